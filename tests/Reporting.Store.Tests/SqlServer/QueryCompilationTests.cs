namespace Reporting.Store.Tests.SqlServer;

public sealed class QueryCompilationTests
{
    private static readonly IReadOnlyDictionary<string, Query> _queries = QueryCatalogue.In(typeof(Query).Assembly);

    // As the store's own are, but for a column that was never there.
    private static readonly Query _misspelt = new("SELECT l.Value, l.Valeur FROM ReturnLine l WHERE l.Year = @Year;");

    public static TheoryData<string> Queries => [.. _queries.Keys];

    public static TheoryData<string> Insertions =>
        [.. _queries.Where(query => query.Value.RowParameters is not []).Select(query => query.Key)];

    [Theory, MemberData(nameof(Queries))]
    public void Every_query_of_the_store_compiles_on_SQL_Server(string query) =>
        QueryCompilation.AssertCompiles(_queries[query].For(Engine.SqlServer));

    [Theory, MemberData(nameof(Insertions))]
    public void Every_insertion_of_the_store_compiles_for_several_rows(string query) =>
        QueryCompilation.AssertCompiles(_queries[query].ForRows(3).For(Engine.SqlServer));

    [Fact]
    public void An_insertion_for_several_rows_numbers_their_parameters() => Assert.Equal(
        "INSERT INTO dbo.Axis (Code, Label) VALUES (@Code_0, @Label_0), (@Code_1, @Label_1);",
        new Query("INSERT INTO dbo.Axis (Code, Label) VALUES (@Code, @Label);").ForRows(2).For(Engine.SqlServer));

    [Fact]
    public void A_query_with_a_wrong_column_is_found_where_it_stands_and_fails_the_check()
    {
        var found = QueryCatalogue.In(typeof(QueryCompilationTests).Assembly)[$"{nameof(QueryCompilationTests)}.{nameof(_misspelt)}"];
        Assert.Same(_misspelt, found);
        var failure = Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => QueryCompilation.AssertCompiles(found.For(Engine.SqlServer)));
        Assert.Contains("[Valeur]", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT l.Value FROM dbo.ReturnLine l WHERE l.Year = @Year;")]
    [InlineData("SELECT r.State FROM ResultInForce r ORDER BY r.Year OFFSET @Skip ROWS FETCH NEXT @Top ROWS ONLY;")]
    [InlineData("SELECT t.Siren FROM dbo.Territory t WHERE t.Region IN @Regions;")]
    [InlineData("DECLARE @n int = @Year; SELECT c.Year FROM dbo.Campaign c WHERE c.Year = @N;")]
    [InlineData("DECLARE @t TABLE (Year int); INSERT INTO @t (Year) SELECT c.Year FROM dbo.Campaign c;")]
    public void A_sound_query_compiles(string sql) => QueryCompilation.AssertCompiles(sql);

    [Theory]
    [InlineData("SELECT l.Valeur FROM dbo.ReturnLine l;", "[Valeur]")]
    [InlineData("SELECT l.Value FROM dbo.ReturnLine l WHERE l.Anne = @Year;", "[Anne]")]
    [InlineData("SELECT l.Value FROM dbo.ReturnLine l ORDER BY Anne;", "[Anne]")]
    [InlineData("SELECT l.Year + 1 AS Next FROM dbo.ReturnLine l GROUP BY Next;", "[Next]")]
    [InlineData("SELECT l.Value FROM dbo.ReturnLines l;", "[ReturnLines]")]
    [InlineData("SELECT k.Value FROM dbo.ReturnLine l;", "[k]")]
    [InlineData("SELECT Year FROM dbo.ReturnLine l JOIN dbo.ReturnEvent e ON e.Year = l.Year;", "ambiguous")]
    [InlineData("SELECT c.Foo FROM (SELECT Year FROM dbo.Campaign) c;", "c.Foo")]
    [InlineData("WITH c AS (SELECT Year FROM dbo.Campaign) SELECT c.Foo FROM c;", "c.Foo")]
    [InlineData("SELECT r.Foo FROM dbo.ResultInForce r;", "[Foo]")]
    [InlineData("INSERT INTO dbo.Axis (Code, Libelle, Position) VALUES (@Code, @Label, 1);", "[Libelle]")]
    [InlineData("UPDATE dbo.Axis SET Libelle = @Label;", "[Libelle]")]
    [InlineData("DELETE FROM dbo.Axis WHERE Foo = 1;", "[Foo]")]
    [InlineData("SELECT dbo.Reckon(Year) AS C FROM dbo.Campaign;", "[Reckon]")]
    [InlineData("EXEC dbo.Reckon @Year = 1;", "[Reckon]")]
    public void A_query_that_names_what_is_not_there_does_not_compile(string sql, string culprit) =>
        Assert.Contains(QueryCompilation.Errors(sql), error => error.Contains(culprit, StringComparison.Ordinal));

    [Theory]
    [InlineData("SELECT Year FROM dbo.Campaign LIMIT 1;")]
    [InlineData("SELECT Year FROM dbo.ReturnLine WHERE Estimated;")]
    [InlineData("INSERT INTO dbo.Axis (Code, Label, Position) VALUES ('a', 'b', 1) ON CONFLICT DO NOTHING;")]
    public void The_SQL_of_another_engine_does_not_parse(string sql) =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => QueryCompilation.Errors(sql));

    [Fact]
    public void A_query_that_DacFx_refuses_outright_does_not_spoil_the_next()
    {
        Assert.NotEmpty(SchemaModel.ErrorsOf("CREATE PROCEDURE dbo.Broken AS SELECT @undeclared;"));
        QueryCompilation.AssertCompiles("SELECT c.Year FROM dbo.Campaign c;");
    }
}
