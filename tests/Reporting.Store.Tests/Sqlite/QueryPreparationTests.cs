using System.Data.Common;
using Reporting.Store.Tests.SqlServer;

namespace Reporting.Store.Tests.Sqlite;

public sealed class QueryPreparationTests : IAsyncLifetime
{
    private static readonly IReadOnlyDictionary<string, Query> _queries = QueryCatalogue.In(typeof(Query).Assembly);
    private TestStore _store = null!;

    public static TheoryData<string> Queries => [.. _queries.Keys];

    public async Task InitializeAsync() => _store = await TestStore.CreateAsync(TestEngine.Sqlite);

    public Task DisposeAsync() => _store.DisposeAsync().AsTask();

    [Theory, MemberData(nameof(Queries))]
    public Task Every_query_of_the_store_compiles_on_SQLite(string query) =>
        PrepareAsync(_queries[query].For(Engine.Sqlite));

    [Theory]
    [InlineData("SELECT t.Foo FROM Territory t;")]
    [InlineData("SELECT t.Siren FROM Territories t;")]
    [InlineData("SELECT TOP (1) t.Siren FROM Territory t;")]
    public async Task A_query_that_names_what_is_not_there_does_not_compile(string sql) =>
        await Assert.ThrowsAnyAsync<DbException>(() => PrepareAsync(sql));

    private async Task PrepareAsync(string sql)
    {
        await using var connection = await _store.Database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = QueryCompilation.ExpandLists(sql);
        await command.PrepareAsync();
    }
}
