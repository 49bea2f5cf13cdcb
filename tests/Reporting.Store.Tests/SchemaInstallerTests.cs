using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace Reporting.Store.Tests;

public sealed class SchemaInstallerTests
{
    private static readonly string[] _scripts = ["001-foundation.sql", "002-in-force.sql"];
    private static readonly CancellationToken _cancel = CancellationToken.None;

    [OnEveryEngine]
    public async Task An_empty_store_gets_every_script_in_order(TestEngine engine)
    {
        await using var store = await TestStore.CreateEmptyAsync(engine);
        Assert.Equal(_scripts, await Installer(store).InstallAsync(_cancel));
        Assert.Equal(0, await ScalarAsync<int>(store, "SELECT COUNT(*) FROM ResultInForce;"));
    }

    [OnEveryEngine]
    public async Task A_second_installation_applies_nothing(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        Assert.Empty(await Installer(store).InstallAsync(_cancel));
        Assert.Equal(2, await ScalarAsync<int>(store, "SELECT COUNT(*) FROM SchemaScript;"));
    }

    [OnEveryEngine]
    public async Task What_is_pending_is_what_an_installation_then_applies(TestEngine engine)
    {
        await using var store = await TestStore.CreateEmptyAsync(engine);
        Assert.Equal(_scripts, await Installer(store).PendingAsync(_cancel));
        await Installer(store).InstallAsync(_cancel);
        Assert.Empty(await Installer(store).PendingAsync(_cancel));
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
        Assert.Equal(2, await ScalarAsync<int>(
            store,
            "SELECT COUNT(*) FROM SchemaScript WHERE Hash LIKE @Hash AND AppliedAt = @At;",
            new { Hash = new string('_', 64), At = time.GetUtcNow() }));
    }

    [OnEveryEngine]
    public async Task A_script_that_changed_since_it_was_applied_is_refused(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await ExecuteAsync(store, "UPDATE SchemaScript SET Hash = 'another' WHERE Name = '001-foundation.sql';");
        await RefusedAsync(store, "Script 001-foundation.sql has changed since it was applied: add a new script instead.");
    }

    [OnEveryEngine]
    public async Task A_store_with_a_newer_schema_is_refused(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await ExecuteAsync(
            store, "INSERT INTO SchemaScript (Name, Hash, AppliedAt) VALUES ('999-later.sql', 'any', '2027-01-01T00:00:00.000Z');");
        await RefusedAsync(store, "The store was installed by a newer release: script 999-later.sql is unknown here.");
    }

    [OnEveryEngine]
    public async Task Instances_that_install_at_once_all_succeed_and_apply_each_script_once(TestEngine engine)
    {
        await using var store = await TestStore.CreateEmptyAsync(engine);
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var instance = new Database(store.Options, TimeProvider.System);
            return await new SchemaInstaller(instance, TimeProvider.System).InstallAsync(_cancel);
        })));
        Assert.Equal(_scripts, applied.SelectMany(names => names));
    }

    [OnEveryEngine]
    public async Task A_script_that_fails_leaves_nothing_half_applied(TestEngine engine)
    {
        await using var store = await TestStore.CreateEmptyAsync(engine);
        await ExecuteAsync(store, "CREATE TABLE ReturnExplanation (InTheWay int);");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Installer(store).InstallAsync(_cancel));
        await ExecuteAsync(store, "DROP TABLE ReturnExplanation;");
        Assert.Equal(_scripts, await Installer(store).InstallAsync(_cancel));
    }

    private static SchemaInstaller Installer(TestStore store) => new(store.Database, TimeProvider.System);

    private static async Task RefusedAsync(TestStore store, string message)
    {
        var pending = await Assert.ThrowsAsync<SchemaException>(() => Installer(store).PendingAsync(_cancel));
        var install = await Assert.ThrowsAsync<SchemaException>(() => Installer(store).InstallAsync(_cancel));
        Assert.Equal(message, pending.Message);
        Assert.Equal(message, install.Message);
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
