using Reporting.Api.Tests.Hosting;
using Reporting.Store;

namespace Reporting.Api.Tests.Operations;

/// <summary>A service that must not serve a store says why and what to do, and ends.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_schema_that_does_not_fit_is_told()
    {
        var run = await ServeAsync("--Store:Migrate=false", _folder.Store("a.db"));

        Assert.Equal((4, ""), (run.ExitCode, run.Out));
        Assert.Matches(@"^Reporting\.Api : SQLite, .*a\.db : le script \S+\.sql n'y est pas appliqué\. Rien n'a été changé\.\n", run.Error);
        Assert.Contains("Appliquez-le par « migrer »", run.Error);
    }

    [Fact]
    public async Task A_sandbox_does_not_start_on_a_real_store_nor_the_real_service_on_a_sandbox_s()
    {
        await using var real = new RunningService();
        await real.ClientAsync();
        var run = await ServeAsync([.. StoreOf(real), "--Reporting:Sandbox=true"]);
        Assert.Equal(4, run.ExitCode);
        Assert.Contains("ce magasin est celui du service réel", run.Error);

        await using var sandbox = new RunningService(settings: ("Reporting:Sandbox", "true"));
        await sandbox.ClientAsync();
        run = await ServeAsync(StoreOf(sandbox));
        Assert.Equal(4, run.ExitCode);
        Assert.Contains("ce magasin est celui d'un bac à sable", run.Error);

        await using var again = new RunningService(
            settings: [("Reporting:Sandbox", "true"), ("Store:ConnectionString", sandbox.Get<StoreOptions>().ConnectionString)]);
        await again.ClientAsync();
    }

    private Task<VerbRun> ServeAsync(params string[] settings) =>
        VerbRun.OfAsync(["--environment=Development", $"--contentRoot={_folder.PathOf("")}", .. settings]);

    private static string[] StoreOf(RunningService service)
    {
        var store = service.Get<StoreOptions>();
        return [$"--Store:Provider={store.Provider}", $"--Store:ConnectionString={store.ConnectionString}"];
    }
}
