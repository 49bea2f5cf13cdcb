using System.Text;
using static Reporting.Api.Tests.Cli.Contract;

namespace Reporting.Api.Tests.Cli;

public sealed class SimulateCommandTests : IAsyncLifetime
{
    private const string Simulation = $"POST {Contract.Path}/simulation";

    private ServiceStub _service = null!;

    public async Task InitializeAsync() => _service = await ServiceStub.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task An_acceptable_return_shows_its_counted_lines_and_findings()
    {
        _service.On(Simulation, 200, Acceptable);
        using var file = new TemporaryFile(Return);

        var run = await SimulateAsync(file.Path, "--jeton", "abc");

        Assert.Equal($"""
            ┌────────────┬───────┬───────┬──────────────────────┬────────┬──────────────────────────────────────────────────┐
            │ Indicateur │ Cible │  Brut │               Valeur │   Taux │ Remarque                                         │
            ├────────────┼───────┼───────┼──────────────────────┼────────┼──────────────────────────────────────────────────┤
            │ ENF-1      │ 1_200 │ 1_070 │ 1_040 (au moins 980) │ 86,7_% │                                                  │
            │ DRO-4      │       │   1,5 │                  1,5 │        │ estimation, rupture de série (comparable : 1,25) │
            └────────────┴───────┴───────┴──────────────────────┴────────┴──────────────────────────────────────────────────┘
            {file.Path}:11:5  avertissement  cible-manquante  La cible manque : elle est requise au dépôt.  (/indicateurs/1/cible)
            Remontée acceptable : 2 lignes, 0 erreur, 1 avertissement. Règles 2024.1.

            """.Replace('_', '\u202F'), run.Out);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_return_in_error_shows_where_each_finding_is_in_the_file_and_exits_1()
    {
        _service.On(Simulation, 200, NotAcceptable);
        using var file = new TemporaryFile(Return);

        var run = await SimulateAsync(file.Path);

        Assert.Equal($"""
            {file.Path}:7:82  erreur  sans-suite-trop-grand  sansSuite dépasse l'effectif [660].  (/indicateurs/0/contributions/0/sansSuite)
              {file.Path}:7:64  voir aussi  (/indicateurs/0/contributions/0/effectif)
              correctif : remplacer /indicateurs/0/contributions/0/sansSuite par 30
              correctif : retirer /indicateurs/0/cible
            {file.Path}:8:9  avertissement  doublons-non-declares  Doublons inconnus.  (/indicateurs/0/contributions/1)
            {file.Path}:11:34  information  arrondi  Deux décimales.  (/indicateurs/1/valeur)
            Remontée à corriger : 0 ligne, 1 erreur, 1 avertissement. Règles 2024.1.

            """, run.Out);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task A_folded_finding_shows_what_is_wrong_at_each_of_its_places_and_a_renaming()
    {
        _service.On(Simulation, 200, Folded);
        using var file = new TemporaryFile(Return);

        var run = await SimulateAsync(file.Path);

        Assert.Equal($"""
            {file.Path}:7:82  erreur  G-PERIODE  « horsPeriode » retire plus qu'il ne reste.  (/indicateurs/0/contributions/0/sansSuite)
              {file.Path}:7:82  2 pour 1.  (/indicateurs/0/contributions/0/sansSuite)
              {file.Path}:8:9  4 pour 3.  (/indicateurs/0/contributions/1)
              correctif : renommer /indicateurs/0/Cible en /indicateurs/0/cible
            Remontée à corriger : 0 ligne, 1 erreur, 0 avertissement. Règles 2024.1.

            """, run.Out);
    }

    [Fact]
    public async Task The_file_is_posted_as_it_is_with_the_token()
    {
        _service.On(Simulation, 200, Acceptable);
        using var file = new TemporaryFile(Return);

        await SimulateAsync(file.Path, "--jeton", "abc");

        var request = Assert.Single(_service.Requests);
        Assert.Equal(Simulation, request.Line);
        Assert.Equal(Return, Encoding.UTF8.GetString(request.Body));
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal("Bearer abc", request.Headers["Authorization"]);
    }

    [Fact]
    public async Task A_byte_order_mark_is_neither_sent_nor_counted_in_columns()
    {
        _service.On(Simulation, 200, """
            { "acceptable": true, "lignes": [], "recu": "r", "versionRegles": "v", "constats": [
              { "regle": "r", "gravite": "information", "pointeur": "/a", "message": "m" } ] }
            """);
        using var file = new TemporaryFile([0xEF, 0xBB, 0xBF, .. """{"a":1}"""u8]);

        var run = await SimulateAsync(file.Path);

        Assert.Equal("""{"a":1}"""u8, _service.Requests.Single().Body);
        Assert.Contains($"{file.Path}:1:6  information", run.Out);
    }

    [Fact]
    public async Task Standard_input_stands_for_the_file()
    {
        _service.On(Simulation, 200, NotAcceptable);

        var run = await CommandRun.WithInputAsync(
            Return, "simuler", "-", "--annee", "2024", "--territoire", "243300316", "--url", _service.Url);

        Assert.Equal(Return, Encoding.UTF8.GetString(_service.Requests.Single().Body));
        Assert.StartsWith("<stdin>:7:82  erreur", run.Out);
    }

    [Fact]
    public async Task Address_and_token_come_from_the_environment_when_no_option_gives_them()
    {
        _service.On(Simulation, 200, Acceptable);
        using var file = new TemporaryFile(Return);

        var run = await CommandRun.OfAsync(
            ["simuler", file.Path, "--annee", "2024", "--territoire", "243300316"],
            new() { ["REPORTING_URL"] = _service.Url, ["REPORTING_JETON"] = "from-environment\n" },
            input: []);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("Bearer from-environment", _service.Requests.Single().Headers["Authorization"]);
    }

    [Fact]
    public async Task The_option_wins_over_the_environment()
    {
        _service.On(Simulation, 200, Acceptable);
        using var file = new TemporaryFile(Return);

        await CommandRun.OfAsync(
            ["simuler", file.Path, "--annee", "2024", "--territoire", "243300316", "--url", _service.Url, "--jeton", "option"],
            new() { ["REPORTING_URL"] = "http://127.0.0.1:1", ["REPORTING_JETON"] = "environment" },
            input: []);

        Assert.Equal("Bearer option", _service.Requests.Single().Headers["Authorization"]);
    }

    [Fact]
    public async Task With_json_the_answer_of_the_service_comes_out_untouched()
    {
        _service.On(Simulation, 200, NotAcceptable);
        using var file = new TemporaryFile(Return);

        var run = await SimulateAsync(file.Path, "--json");

        Assert.Equal(NotAcceptable + "\n", run.Out);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task A_body_of_the_wrong_shape_is_placed_in_the_file_too()
    {
        const string problem = """
            { "type": "urn:reporting:corps-invalide", "title": "Corps invalide", "status": 400, "detail": "Un champ est inconnu.", "constats": [
              { "regle": "champ-inconnu", "gravite": "erreur", "pointeur": "/indicateurs/1/valeur", "message": "Champ inconnu." } ] }
            """;
        _service.On(Simulation, 400, problem);
        using var file = new TemporaryFile(Return);

        var run = await SimulateAsync(file.Path);

        Assert.Equal($"{file.Path}:11:34  erreur  champ-inconnu  Champ inconnu.  (/indicateurs/1/valeur)\n", run.Out);
        Assert.Equal(
            "reporting : Corps invalide (400)\n  Un champ est inconnu.\n  urn:reporting:corps-invalide\n", run.Error);
        Assert.Equal(1, run.ExitCode);
    }

    [Theory]
    [InlineData(401, 3, "--jeton ou REPORTING_JETON")]
    [InlineData(403, 3, "n'ouvre pas ce droit")]
    [InlineData(404, 2, "--annee, --territoire et --url")]
    [InlineData(413, 1, "Titre")]
    [InlineData(415, 1, "Titre")]
    [InlineData(422, 1, "Titre")]
    [InlineData(429, 3, "Réessayez dans quelques minutes")]
    [InlineData(500, 3, "l'exploitant")]
    [InlineData(503, 3, "Réessayez dans quelques minutes")]
    public async Task A_problem_is_told_with_what_to_do_and_its_exit_code(int status, int exitCode, string told)
    {
        _service.On(Simulation, status, """{ "title": "Titre", "detail": "Détail" }""");
        using var file = new TemporaryFile(Return);

        var run = await SimulateAsync(file.Path);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.StartsWith($"reporting : Titre ({status})\n  Détail\n", run.Error);
        Assert.Contains(told, run.Error);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public async Task A_problem_with_json_keeps_its_body_on_standard_output()
    {
        _service.On(Simulation, 401, """{ "title": "Non authentifié" }""");
        using var file = new TemporaryFile(Return);

        var run = await SimulateAsync(file.Path, "--json");

        Assert.Equal("{ \"title\": \"Non authentifié\" }\n", run.Out);
        Assert.StartsWith("reporting : Non authentifié (401)\n", run.Error);
    }

    private Task<CommandRun> SimulateAsync(string path, params string[] more) => CommandRun.OfAsync(
        ["simuler", path, "--annee", "2024", "--territoire", "243300316", "--url", _service.Url, .. more]);
}
