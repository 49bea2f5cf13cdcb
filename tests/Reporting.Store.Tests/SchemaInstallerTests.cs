using Dapper;
using Microsoft.Extensions.Time.Testing;
using Reporting.Store.Journal;

namespace Reporting.Store.Tests;

public sealed class SchemaInstallerTests
{
    private static readonly string[] _scripts = [.. SqlScript.OfSchema(Engine.Sqlite).Select(script => script.Name)];
    private static readonly CancellationToken _cancel = CancellationToken.None;

    [OnEveryEngine]
    public async Task An_empty_store_gets_every_script_in_order(TestEngine engine)
    {
        await using var store = await TestStore.CreateEmptyAsync(engine);
        Assert.Equal(_scripts, await Installer(store).InstallAsync(Author.Service, _cancel));
        Assert.Equal(0, await ScalarAsync<int>(store, "SELECT COUNT(*) FROM ResultInForce;"));
    }

    [OnEveryEngine]
    public async Task A_second_installation_applies_nothing(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        Assert.Empty(await Installer(store).InstallAsync(Author.Service, _cancel));
        Assert.Equal(_scripts.Length, await ScalarAsync<int>(store, "SELECT COUNT(*) FROM SchemaScript;"));
    }

    [OnEveryEngine]
    public async Task What_is_pending_is_what_an_installation_then_applies(TestEngine engine)
    {
        await using var store = await TestStore.CreateEmptyAsync(engine);
        Assert.Equal(_scripts, await Installer(store).PendingAsync(_cancel));
        await Installer(store).InstallAsync(Author.Service, _cancel);
        Assert.Empty(await Installer(store).PendingAsync(_cancel));
    }

    [OnEveryEngine]
    public async Task Whoever_may_not_install_is_told_the_first_script_that_is_missing(TestEngine engine)
    {
        await using var store = await TestStore.CreateEmptyAsync(engine);
        var refusal = await Assert.ThrowsAsync<SchemaException>(() => Installer(store).RequireAsync(_cancel));
        Assert.Equal((SchemaFault.ScriptMissing, _scripts[0]), (refusal.Fault, refusal.Script));
        await Installer(store).InstallAsync(Author.Service, _cancel);
        await Installer(store).RequireAsync(_cancel);
    }

    [Fact]
    public async Task Asking_what_is_pending_makes_no_SQLite_file()
    {
        var folder = Directory.CreateTempSubdirectory("reporting-store-");
        var file = Path.Combine(folder.FullName, "absent.db");
        using var database = new Database(new() { ConnectionString = $"Data Source={file}" }, TimeProvider.System);
        Assert.Equal(_scripts, await new SchemaInstaller(database, TimeProvider.System).PendingAsync(_cancel));
        Assert.Empty(folder.EnumerateFileSystemInfos());
        folder.Delete();
    }

    [OnEveryEngine]
    public async Task A_store_that_does_not_answer_is_not_taken_for_an_empty_one(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await ExecuteAsync(store, "DROP TABLE SchemaScript; CREATE TABLE SchemaScript (Other int);");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Installer(store).PendingAsync(_cancel));
    }

    [OnEveryEngine]
    public async Task Each_script_is_recorded_with_its_hash_and_the_time(TestEngine engine)
    {
        var time = new FakeTimeProvider(new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
        await using var store = await TestStore.CreateAsync(engine, time);
        Assert.Equal(_scripts.Length, await ScalarAsync<int>(
            store,
            "SELECT COUNT(*) FROM SchemaScript WHERE Hash LIKE @Hash AND AppliedAt = @At;",
            new { Hash = new string('_', 64), At = time.GetUtcNow() }));
    }

    [OnEveryEngine]
    public async Task A_script_that_changed_since_it_was_applied_is_refused(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await ExecuteAsync(store, "UPDATE SchemaScript SET Hash = 'another' WHERE Name = '001-foundation.sql';");
        await RefusedAsync(store, SchemaFault.ScriptChanged, "001-foundation.sql");
    }

    [OnEveryEngine]
    public async Task A_store_with_a_newer_schema_is_refused(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await ExecuteAsync(
            store, "INSERT INTO SchemaScript (Name, Hash, AppliedAt) VALUES ('999-later.sql', 'any', '2027-01-01T00:00:00.000Z');");
        await RefusedAsync(store, SchemaFault.NewerSchema, "999-later.sql");
    }

    [OnEveryEngine]
    public async Task Instances_that_install_at_once_all_succeed_and_apply_each_script_once(TestEngine engine)
    {
        await using var store = await TestStore.CreateEmptyAsync(engine);
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var instance = new Database(store.Options, TimeProvider.System);
            return await new SchemaInstaller(instance, TimeProvider.System).InstallAsync(Author.Service, _cancel);
        })));
        Assert.Equal(_scripts, applied.SelectMany(names => names));
    }

    [OnEveryEngine]
    public async Task A_script_that_fails_leaves_nothing_half_applied(TestEngine engine)
    {
        await using var store = await TestStore.CreateEmptyAsync(engine);
        await ExecuteAsync(store, "CREATE TABLE ReturnExplanation (InTheWay int);");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Installer(store).InstallAsync(Author.Service, _cancel));
        await ExecuteAsync(store, "DROP TABLE ReturnExplanation;");
        Assert.Equal(_scripts, await Installer(store).InstallAsync(Author.Service, _cancel));
    }

    private static SchemaInstaller Installer(TestStore store) => new(store.Database, TimeProvider.System);

    private static async Task RefusedAsync(TestStore store, SchemaFault fault, string script)
    {
        foreach (var attempt in new Func<Task>[] { () => Installer(store).PendingAsync(_cancel), () => Installer(store).InstallAsync(Author.Service, _cancel) })
        {
            var refusal = await Assert.ThrowsAsync<SchemaException>(attempt);
            Assert.Equal((fault, script, store.Database.Place), (refusal.Fault, refusal.Script, refusal.Place));
        }
    }

    private static async Task ExecuteAsync(TestStore store, string sql)
    {
        await using var connection = await store.Database.OpenAsync(_cancel);
        await connection.ExecuteAsync(sql);
    }

    private static async Task<T?> ScalarAsync<T>(TestStore store, string sql, object? parameters = null)
    {
        await using var connection = await store.Database.OpenAsync(_cancel);
        return await connection.ExecuteScalarAsync<T>(sql, parameters);
    }
}
