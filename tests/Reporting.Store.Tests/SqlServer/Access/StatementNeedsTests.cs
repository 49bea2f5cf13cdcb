namespace Reporting.Store.Tests.SqlServer.Access;

public sealed class StatementNeedsTests
{
    [Theory]
    [InlineData("SELECT a.Code FROM Axis a JOIN dbo.Indicator i ON i.Axis = a.Code;", "SELECT on Axis", "SELECT on Indicator")]
    [InlineData("SELECT 1 WHERE EXISTS (SELECT 1 FROM Campaign);", "SELECT on Campaign")]
    [InlineData("WITH c AS (SELECT Year FROM Campaign) SELECT c.Year FROM c;", "SELECT on Campaign")]
    [InlineData("INSERT INTO Axis (Code, Label, Position) VALUES ('a', 'b', 1);", "INSERT on Axis")]
    [InlineData("INSERT INTO Axis (Code, Label, Position) SELECT Code, Label, 1 FROM Indicator;", "INSERT on Axis", "SELECT on Indicator")]
    [InlineData("UPDATE Axis SET Label = 'b';", "UPDATE on Axis")]
    [InlineData("UPDATE a SET Label = 'b' FROM Axis a;", "SELECT on Axis", "UPDATE on Axis")]
    [InlineData("DELETE FROM Axis WHERE Code = 'a';", "DELETE on Axis")]
    [InlineData("DELETE a FROM Axis a;", "DELETE on Axis", "SELECT on Axis")]
    [InlineData("DECLARE @t TABLE (A int); INSERT INTO @t (A) SELECT Year FROM Campaign;", "SELECT on Campaign")]
    [InlineData("IF @a = 1 DELETE FROM Axis;", "DELETE on Axis")]
    [InlineData("EXEC sp_getapplock @Resource = 'a';", "EXECUTE on sp_getapplock")]
    [InlineData("TRUNCATE TABLE Axis;", "DDL on TruncateTableStatement")]
    [InlineData("CREATE TABLE T (A int);", "DDL on CreateTableStatement")]
    [InlineData("MERGE Axis USING Indicator ON 1 = 0 WHEN MATCHED THEN DELETE;", "DDL on MergeStatement", "SELECT on Axis", "SELECT on Indicator")]
    public void A_statement_needs_what_SQL_Server_would_ask_for(string tsql, params string[] needs) =>
        Assert.Equal(needs, StatementNeeds.Of(tsql).Select(need => need.ToString()).Order(StringComparer.Ordinal));
}
