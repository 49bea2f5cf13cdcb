namespace Reporting.Store.Tests.SqlServer;

public sealed class ConstructsTests
{
    private static readonly IReadOnlyDictionary<string, Query> _queries = QueryCatalogue.In(typeof(Query).Assembly);

    public static TheoryData<string> Queries => [.. _queries.Keys];

    public static TheoryData<string> Scripts => [.. SchemaScripts.SqlServer];

    [Theory, MemberData(nameof(Queries))]
    public void Every_query_is_plain_T_SQL(string query) =>
        Assert.Empty(Constructs.ForbiddenIn(TSql.Parse(_queries[query].For(Engine.SqlServer))));

    [Theory, MemberData(nameof(Scripts))]
    public void Every_script_is_plain_T_SQL(string script) =>
        Assert.Empty(Constructs.ForbiddenIn(TSql.Parse(SchemaScripts.Read(script))));

    [Theory]
    [InlineData("MERGE dbo.Axis t USING dbo.Axis s ON s.Code = t.Code WHEN MATCHED THEN DELETE;", "MERGE")]
    [InlineData("CREATE OR ALTER VIEW dbo.V AS SELECT 1 AS One;", "CREATE OR ALTER VIEW")]
    [InlineData("CREATE OR ALTER PROCEDURE dbo.P AS RETURN 0;", "CREATE OR ALTER PROCEDURE")]
    [InlineData("SELECT a.* FROM dbo.Axis a;", "SELECT *")]
    [InlineData("SELECT 1 WHERE EXISTS (SELECT * FROM dbo.Axis);", "SELECT *")]
    [InlineData("SELECT Code FROM dbo.Axis WITH (NOLOCK);", "NOLOCK")]
    [InlineData("SELECT Code FROM dbo.Axis WITH (READUNCOMMITTED);", "NOLOCK")]
    [InlineData("SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED;", "READ UNCOMMITTED")]
    public void A_forbidden_construct_is_found(string sql, string construct) =>
        Assert.Equal([construct], Constructs.ForbiddenIn(TSql.Parse(sql)));

    [Fact]
    public void Counting_rows_is_no_star() =>
        Assert.Empty(Constructs.ForbiddenIn(TSql.Parse("SELECT COUNT(*) AS Rows FROM dbo.Axis WITH (UPDLOCK);")));
}
