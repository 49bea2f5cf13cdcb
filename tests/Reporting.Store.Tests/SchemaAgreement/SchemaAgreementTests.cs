namespace Reporting.Store.Tests.SchemaAgreement;

public sealed class SchemaAgreementTests : IAsyncLifetime
{
    private TestStore _store = null!;
    private SqliteOutline _sqlite = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.CreateAsync(TestEngine.Sqlite);
        _sqlite = new(_store.Database);
    }

    public Task DisposeAsync() => _store.DisposeAsync().AsTask();

    [Fact]
    public async Task Both_engines_have_the_same_columns_in_the_same_order()
    {
        var columns = await _sqlite.ColumnsAsync();
        Assert.Contains("ReturnLine 4. Target REAL null", columns);
        AssertSame(SqlServerOutline.Columns(), columns);
    }

    [Fact]
    public async Task Both_engines_have_the_same_views()
    {
        var views = await _sqlite.ViewsAsync();
        Assert.Contains("ContractInForce (Territory, Version, FirstYear, LastYear)", views);
        AssertSame(SqlServerOutline.Views(), views);
    }

    [Fact]
    public async Task Both_engines_have_the_same_primary_keys()
    {
        var keys = await _sqlite.PrimaryKeysAsync();
        Assert.Contains("ReturnEvent PK_ReturnEvent (Year, Territory, Sequence)", keys);
        AssertSame(SqlServerOutline.PrimaryKeys(), keys);
        Assert.Equal(await _sqlite.PrimaryKeyColumnsAsync(), keys.Select(WithoutName));
    }

    [Fact]
    public async Task Both_engines_have_the_same_foreign_keys()
    {
        var keys = await _sqlite.ForeignKeysAsync();
        Assert.Contains("Indicator FK_Indicator_Axis (Axis) -> Axis (Code)", keys);
        AssertSame(SqlServerOutline.ForeignKeys(), keys);
        Assert.Equal(await _sqlite.ForeignKeysWithoutNameAsync(), keys.Select(WithoutName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Both_engines_have_the_same_checks()
    {
        var checks = await _sqlite.ChecksAsync();
        Assert.Contains("ReturnLine CK_ReturnLine_Bounds LowerBound >= 0 AND LowerBound <= Value", checks);
        AssertSame(SqlServerOutline.Checks(), checks);
    }

    [Fact]
    public async Task Both_engines_have_the_same_indexes()
    {
        var indexes = await _sqlite.IndexesAsync();
        Assert.Contains("Indicator IX_Indicator_Axis (Axis, Position)", indexes);
        AssertSame(SqlServerOutline.Indexes(), indexes);
    }

    private static void AssertSame(IReadOnlyList<string> sqlServer, IReadOnlyList<string> sqlite)
    {
        string[] differences =
        [
            .. sqlServer.Except(sqlite).Select(line => $"only on SQL Server: {line}"),
            .. sqlite.Except(sqlServer).Select(line => $"only on SQLite: {line}"),
        ];
        Assert.True(differences.Length == 0, string.Join('\n', differences));
    }

    private static string WithoutName(string key)
    {
        var words = key.Split(' ', 3);
        return $"{words[0]} {words[2]}";
    }
}
