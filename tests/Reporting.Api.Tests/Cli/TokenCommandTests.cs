namespace Reporting.Api.Tests.Cli;

public sealed class TokenCommandTests : IAsyncLifetime
{
    private ServiceStub _service = null!;

    public async Task InitializeAsync() => _service = await ServiceStub.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task The_bare_token_comes_out_ready_for_a_shell_variable()
    {
        _service.On("GET /dev/jetons/dgcs", 200, """{ "jeton": "aaa.bbb.ccc" }""");

        var run = await CommandRun.OfAsync("jeton", "dgcs", "--url", _service.Url);

        Assert.Equal(new CommandRun(0, "aaa.bbb.ccc\n", ""), run);
    }

    [Fact]
    public async Task Each_territory_and_region_named_is_asked_for()
    {
        _service.On("GET /dev/jetons/metropole?territoire=243300316&territoire=200046977&region=75", 200, """{ "jeton": "t" }""");

        var run = await CommandRun.OfAsync(
            "jeton", "metropole", "--territoire", "243300316", "--territoire", "200046977", "--region", "75", "--url", _service.Url);

        Assert.Equal(new CommandRun(0, "t\n", ""), run);
    }

    [Fact]
    public async Task A_path_before_the_service_is_kept()
    {
        _service.On("GET /reporting/dev/jetons/lecteur", 200, """{ "jeton": "t" }""");

        var run = await CommandRun.OfAsync("jeton", "lecteur", "--url", $"{_service.Url}/reporting/");

        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task A_service_that_is_not_in_development_issues_no_token()
    {
        _service.On("GET /dev/jetons/dgcs", 404, "");

        var run = await CommandRun.OfAsync("jeton", "dgcs", "--url", _service.Url);

        Assert.Equal(new CommandRun(2, "", """
            reporting : ce service n'émet pas de jeton : seul un service lancé en développement en émet.
              En production, demandez le jeton au fournisseur d'identité.

            """), run);
    }

    [Fact]
    public async Task An_answer_that_is_not_the_contract_s_is_said_to_come_from_elsewhere()
    {
        _service.On("GET /dev/jetons/dgcs", 200, "<html>Bienvenue</html>");

        var run = await CommandRun.OfAsync("jeton", "dgcs", "--url", _service.Url);

        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("reporting : le service a donné une réponse d'une forme inconnue (200).", run.Error);
    }

    [Fact]
    public async Task A_role_unknown_to_the_service_is_not_asked_for()
    {
        var run = await CommandRun.OfAsync("jeton", "prefet", "--url", _service.Url);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'metropole'", run.Error);
        Assert.Empty(_service.Requests);
    }
}
