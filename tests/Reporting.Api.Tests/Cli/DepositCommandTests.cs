using System.Text;
using static Reporting.Api.Tests.Cli.Contract;

namespace Reporting.Api.Tests.Cli;

public sealed class DepositCommandTests : IAsyncLifetime, IDisposable
{
    private const string Simulation = $"POST {Contract.Path}/simulation";
    private const string Get = $"GET {Contract.Path}";
    private const string Put = $"PUT {Contract.Path}";
    private const string Depot = $"POST {Contract.Path}/depot";

    private readonly TemporaryFile _file = new(Return);
    private ServiceStub _service = null!;

    public async Task InitializeAsync() => _service = await ServiceStub.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_first_return_is_simulated_created_and_deposited()
    {
        _service.On(Simulation, 200, Acceptable).On(Get, 404, NoReturn)
            .On(Put, 201, Draft, ("ETag", "\"v3\"")).On(Depot, 200, Deposited, ("ETag", "\"v3-d\""));

        var run = await DepositAsync("--jeton", "abc");

        Assert.Equal($"""
            {_file.Path}:8:9  avertissement  doublons-non-declares  Doublons inconnus.  (/indicateurs/0/contributions/1)
            Remontée 2024 de 243300316 : version 3, déposée le 12/03/2025 à 14:05 (UTC+01:00). 0 erreur, 1 avertissement.

            """, run.Out);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal([Simulation, Get, Put, Depot], _service.Requests.Select(r => r.Line));
        Assert.All(_service.Requests, r => Assert.Equal("Bearer abc", r.Headers["Authorization"]));
    }

    [Fact]
    public async Task The_whole_file_is_put_and_the_deposit_is_held_to_the_receipt_of_its_simulation()
    {
        _service.On(Simulation, 200, Acceptable).On(Get, 404, NoReturn)
            .On(Put, 201, Draft, ("ETag", "\"v3\"")).On(Depot, 200, Deposited);

        await DepositAsync();

        var (put, depot) = (_service.Requests[2], _service.Requests[3]);
        Assert.Equal(Return, Encoding.UTF8.GetString(put.Body));
        Assert.Equal("application/json", put.Headers["Content-Type"]);
        Assert.Equal("*", put.Headers["If-None-Match"]);
        Assert.False(put.Headers.ContainsKey("If-Match"));
        Assert.Equal("""{"recu":"5f2a"}""", Encoding.UTF8.GetString(depot.Body));
        Assert.Equal("\"v3\"", depot.Headers["If-Match"]);
    }

    [Fact]
    public async Task A_later_return_replaces_only_the_version_that_was_read()
    {
        _service.On(Simulation, 200, Acceptable).On(Get, 200, Draft, ("ETag", "W/\"v2\""))
            .On(Put, 200, Draft, ("ETag", "\"v3\"")).On(Depot, 200, Deposited);

        await DepositAsync();

        var put = _service.Requests[2];
        Assert.Equal("W/\"v2\"", put.Headers["If-Match"]);
        Assert.False(put.Headers.ContainsKey("If-None-Match"));
    }

    [Fact]
    public async Task A_return_in_error_is_not_sent()
    {
        _service.On(Simulation, 200, NotAcceptable);

        var run = await DepositAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{_file.Path}:7:82  erreur  sans-suite-trop-grand", run.Out);
        Assert.EndsWith("Remontée à corriger, rien n'a été envoyé : 1 erreur, 1 avertissement.\n", run.Out);
        Assert.Equal([Simulation], _service.Requests.Select(r => r.Line));
    }

    [Fact]
    public async Task A_draft_is_stored_but_not_deposited()
    {
        _service.On(Simulation, 200, Acceptable).On(Get, 404, NoReturn).On(Put, 201, Draft, ("ETag", "\"v3\""));

        var run = await DepositAsync("--brouillon");

        Assert.Equal("Remontée 2024 de 243300316 : version 3, brouillon. 0 erreur, 0 avertissement.\n", run.Out);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal([Simulation, Get, Put], _service.Requests.Select(r => r.Line));
    }

    [Fact]
    public async Task The_same_content_already_deposited_is_not_deposited_again()
    {
        _service.On(Simulation, 200, Acceptable).On(Get, 200, Deposited, ("ETag", "\"v3\""))
            .On(Put, 200, Deposited, ("ETag", "\"v3\""));

        var run = await DepositAsync();

        Assert.Contains("version 3, déposée le 12/03/2025", run.Out);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal([Simulation, Get, Put], _service.Requests.Select(r => r.Line));
    }

    [Fact]
    public async Task With_json_only_the_last_answer_comes_out()
    {
        _service.On(Simulation, 200, Acceptable).On(Get, 404, NoReturn)
            .On(Put, 201, Draft, ("ETag", "\"v3\"")).On(Depot, 200, Deposited);

        var run = await DepositAsync("--json");

        Assert.Equal(Deposited + "\n", run.Out);
    }

    [Fact]
    public async Task A_closed_campaign_names_the_lock_and_exits_1()
    {
        _service.On(Simulation, 200, Acceptable).On(Get, 404, NoReturn).On(Put, 409, Closed);

        var run = await DepositAsync();

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Equal("""
            reporting : Campagne 2024 fermée (409)
              Fermée depuis le 31 mars 2025 ; la DGCS peut ouvrir une dérogation.
              La simulation, elle, reste possible toute l'année : reporting simuler.
              urn:reporting:campagne-fermee, trace 00-abc-01

            """, run.Error);
    }

    [Fact]
    public async Task A_version_posted_meanwhile_is_not_overwritten()
    {
        _service.On(Simulation, 200, Acceptable).On(Get, 200, Draft, ("ETag", "\"v2\""))
            .On(Put, 412, """{ "title": "Version dépassée" }""");

        var run = await DepositAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("""
            reporting : Version dépassée (412)
              Quelqu'un d'autre a enregistré une version entre-temps. Relisez-la, puis relancez la commande pour la remplacer.

            """, run.Error);
        Assert.Equal([Simulation, Get, Put], _service.Requests.Select(r => r.Line));
    }

    [Fact]
    public async Task A_refused_deposit_shows_what_is_missing_and_that_the_draft_stands()
    {
        _service.On(Simulation, 200, Acceptable).On(Get, 404, NoReturn).On(Put, 201, Draft, ("ETag", "\"v3\""))
            .On(Depot, 422, """
                { "title": "Remontée incomplète", "constats": [
                  { "regle": "cible-manquante", "gravite": "erreur", "pointeur": "/indicateurs/1/cible", "message": "La cible manque." } ] }
                """);

        var run = await DepositAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"{_file.Path}:11:5  erreur  cible-manquante  La cible manque.  (/indicateurs/1/cible)\n", run.Out);
        Assert.Equal("""
            reporting : Remontée incomplète (422)
              La version 3 est enregistrée (brouillon) mais n'est pas déposée.

            """, run.Error);
    }

    [Fact]
    public async Task Reading_the_current_version_refused_stops_before_anything_is_written()
    {
        _service.On(Simulation, 200, Acceptable).On(Get, 403, """{ "title": "Interdit" }""");

        var run = await DepositAsync();

        Assert.Equal(3, run.ExitCode);
        Assert.Equal([Simulation, Get], _service.Requests.Select(r => r.Line));
    }

    [Fact]
    public async Task A_version_without_ETag_cannot_be_replaced_safely_so_it_is_not()
    {
        _service.On(Simulation, 200, Acceptable).On(Get, 200, Draft);

        var run = await DepositAsync();

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("reporting : le service a donné une réponse sans en-tête ETag (200).", run.Error);
        Assert.Equal([Simulation, Get], _service.Requests.Select(r => r.Line));
    }

    [Fact]
    public async Task A_busy_service_is_asked_again_with_the_same_key_and_condition()
    {
        _service.On(Simulation, 200, Acceptable).On(Get, 404, NoReturn)
            .On(Put, 503, "{}", ("Retry-After", "0")).On(Put, 201, Draft, ("ETag", "\"v3\""))
            .On(Depot, 429, "{}", ("Retry-After", "0")).On(Depot, 200, Deposited);

        var run = await DepositAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([Simulation, Get, Put, Put, Depot, Depot], _service.Requests.Select(r => r.Line));
        var (first, again) = (_service.Requests[2], _service.Requests[3]);
        Assert.True(Guid.TryParse(first.Headers["Idempotency-Key"], out _));
        Assert.Equal(first.Headers["Idempotency-Key"], again.Headers["Idempotency-Key"]);
        Assert.Equal(_service.Requests[4].Headers["Idempotency-Key"], _service.Requests[5].Headers["Idempotency-Key"]);
        Assert.NotEqual(first.Headers["Idempotency-Key"], _service.Requests[5].Headers["Idempotency-Key"]);
        Assert.Equal("*", again.Headers["If-None-Match"]);
        Assert.Equal(first.Body, again.Body);
        Assert.Equal("\"v3\"", _service.Requests[5].Headers["If-Match"]);
    }

    private Task<CommandRun> DepositAsync(params string[] more) => CommandRun.OfAsync(
        ["deposer", _file.Path, "--annee", "2024", "--territoire", "243300316", "--url", _service.Url, .. more]);
}
