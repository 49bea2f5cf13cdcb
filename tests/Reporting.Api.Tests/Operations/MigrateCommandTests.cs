using Reporting.TestSupport.Engines;

namespace Reporting.Api.Tests.Operations;

public sealed class MigrateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_would_be_applied_is_shown_and_nothing_is_changed()
    {
        var run = await VerbRun.OfAsync("migrer", "--controle", _folder.Store("a.db"));

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"^SQLite, .*a\.db : \d+ scripts à appliquer, rien n'a été changé :\n  001-foundation\.sql\n", run.Out);
        Assert.False(File.Exists(_folder.PathOf("a.db")));
    }

    [Fact]
    public async Task What_was_shown_is_applied_and_then_nothing_is_left()
    {
        var shown = await VerbRun.OfAsync("migrer", "--controle", _folder.Store("a.db"));
        var applied = await VerbRun.OfAsync("migrer", _folder.Store("a.db"));
        var again = await VerbRun.OfAsync("migrer", _folder.Store("a.db"));
        var left = await VerbRun.OfAsync("migrer", "--controle", _folder.Store("a.db"));

        Assert.Equal(shown.Out.Split('\n')[1..], applied.Out.Split('\n')[1..]);
        Assert.Equal([0, 0, 0], [applied.ExitCode, again.ExitCode, left.ExitCode]);
        Assert.EndsWith(" : le schéma était déjà à jour, rien n'a été appliqué.\n", again.Out);
        Assert.EndsWith(" : le schéma est à jour, rien à appliquer.\n", left.Out);
    }

    [Theory]
    [InlineData("UPDATE SchemaScript SET Hash = 'autre' WHERE Name = '001-foundation.sql'",
        "le script 001-foundation.sql n'est plus celui qui y a été appliqué")]
    [InlineData("INSERT INTO SchemaScript VALUES ('999-plus-tard.sql', 'x', '2030-01-01T00:00:00.000Z')",
        "ce magasin a reçu le script 999-plus-tard.sql, inconnu de cette version")]
    public async Task A_history_that_does_not_fit_is_refused(string change, string told)
    {
        await VerbRun.OfAsync("migrer", _folder.Store("a.db"));
        await _folder.ExecuteAsync("a.db", change);
        foreach (var args in new string[][] { ["migrer"], ["migrer", "--controle"] })
        {
            var run = await VerbRun.OfAsync([.. args, _folder.Store("a.db")]);

            Assert.Equal((4, ""), (run.ExitCode, run.Out));
            Assert.StartsWith("Reporting.Api : SQLite, ", run.Error);
            Assert.Contains($"{told}. Rien n'a été changé.\n", run.Error);
        }
    }

    [Fact]
    public async Task A_store_that_cannot_be_opened_exits_3()
    {
        var run = await VerbRun.OfAsync("migrer", $"--Store:ConnectionString=Data Source={_folder.PathOf("absent/a.db")}");

        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("Reporting.Api : le magasin ne répond pas : ", run.Error);
    }

    [Fact]
    public async Task What_a_server_refuses_is_warned_of_with_what_to_run_and_the_migration_goes_on()
    {
        await using var server = await TestDatabase.CreateAsync(TestEngine.TdsStandIn);
        var run = await VerbRun.OfAsync(["migrer", .. TemporaryFolder.SettingsOf(server)]);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("SQL Server, ", run.Out);
        Assert.Contains("Avertissement : les lectures attendront les écritures : READ_COMMITTED_SNAPSHOT n'a pas pu être activé (", run.Error);
        Assert.Contains("Faites exécuter db/sqlserver/access/roles.sql par le propriétaire de la base", run.Error);
        Assert.Contains("Faites exécuter db/sqlserver/access/grants.sql par le propriétaire de la base", run.Error);
    }
}
