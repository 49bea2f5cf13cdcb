namespace Reporting.Store.Tests.SqlServer.Refusals;

public sealed class RefusedSqlTests
{
    [Theory]
    [InlineData("SELECT IFNULL(Target, 0) AS T FROM ReturnLine;", "IFNULL is no function of SQL Server that Functions.cs lists")]
    [InlineData("SELECT ROUND(Value) AS V FROM ReturnLine;", "ROUND does not take 1 arguments")]
    [InlineData("SELECT MAX(Value, Gross) AS V FROM ReturnLine;", "MAX does not take 2 arguments")]
    [InlineData("SELECT SUM(l.Estimated) AS N FROM ReturnLine l;", "SUM of the bit Estimated")]
    [InlineData("SELECT MAX(Provisional) AS P FROM ResultInForce;", "MAX of the bit Provisional")]
    [InlineData("SELECT SUM((SELECT MAX(Year) FROM Campaign)) AS N FROM ReturnLine;", "SUM of a subquery")]
    [InlineData("SELECT SUM(MAX(Value)) AS N FROM ReturnLine GROUP BY Year;", "SUM of an aggregate")]
    [InlineData("SELECT l.Year, SUM(l.Value) AS V FROM ReturnLine l;", "l.Year is neither grouped nor aggregated")]
    [InlineData("SELECT Region, Year FROM ResultInForce GROUP BY Region;", "Year is neither grouped nor aggregated")]
    [InlineData("SELECT Year FROM ReturnLine GROUP BY Year HAVING Value > 1;", "Value is neither grouped nor aggregated")]
    [InlineData("SELECT SUM(Value) OVER (ORDER BY Year) AS V FROM ReturnLine GROUP BY Year;", "Value is neither grouped nor aggregated")]
    [InlineData("SELECT Region FROM ResultInForce GROUP BY Region ORDER BY Year;", "Year is neither grouped nor aggregated")]
    [InlineData("SELECT DISTINCT Region FROM Territory ORDER BY Name;", "ORDER BY Name is not among what SELECT DISTINCT gives")]
    [InlineData("SELECT Label || 'x' AS L FROM Axis;", "|| is no operator before SQL Server 2025")]
    [InlineData("SELECT CAST(Year AS TEXT) AS Y FROM Campaign;", "Text is another type on SQL Server than on SQLite")]
    [InlineData("INSERT INTO Axis (Code, Label, Position) VALUES ('a', 'b');", "INSERT gives 2 values for 3 columns")]
    [InlineData("INSERT INTO Axis (Code, Label, Position) SELECT Code, Label FROM Axis;", "INSERT gives 2 values for 3 columns")]
    [InlineData("INSERT INTO dbo.Axis (Code, Position) VALUES ('a', 1);", "INSERT gives no value for Label")]
    [InlineData("SELECT Year, Version FROM ReturnLine UNION SELECT Year FROM Campaign;", "Union of rows that differ in width")]
    public void What_SQL_Server_refuses_is_refused(string sql, string reason)
    {
        Assert.Equal([reason], RefusedSql.ReasonsIn(TSql.Parse(sql)));
        Assert.Contains(reason, QueryCompilation.Errors(sql));
    }

    [Theory]
    [InlineData("SELECT COUNT(*) AS N, SUM(l.Value) AS V, COUNT(l.Estimated) AS E FROM ReturnLine l;")]
    [InlineData("SELECT Year, l.Indicator, ROUND(SUM(l.Value), 2) AS V FROM ReturnLine l GROUP BY l.Year, Indicator HAVING SUM(Value) > 0;")]
    [InlineData("SELECT SUM(CASE WHEN l.Estimated = 1 THEN l.Value ELSE 0 END) AS V FROM ReturnLine l;")]
    [InlineData("SELECT l.Year, SUM(SUM(l.Value)) OVER (ORDER BY l.Year) AS V FROM ReturnLine l GROUP BY l.Year;")]
    [InlineData("SELECT l.Year, COUNT(*) OVER () AS N, ROW_NUMBER() OVER (PARTITION BY l.Year ORDER BY l.Value) AS R FROM ReturnLine l;")]
    [InlineData("SELECT a.Code, (SELECT COUNT(*) FROM Indicator i WHERE i.Axis = a.Code) AS N FROM Axis a;")]
    [InlineData("SELECT l.Year AS Y, SUM(l.Value) AS V FROM ReturnLine l GROUP BY l.Year ORDER BY V DESC, Y, COUNT(*);")]
    [InlineData("SELECT DISTINCT t.Region AS R FROM Territory t ORDER BY R;")]
    [InlineData("INSERT INTO Territory (Siren, Name, Nature, Department, Region, Population, SignatorySince) VALUES (@S, @N, @K, @D, @R, 1, 2024);")]
    [InlineData("INSERT INTO TerritoryOverlap (Contained, Container) SELECT Siren, Siren FROM Territory UNION ALL SELECT Siren, Siren FROM Territory;")]
    public void What_SQL_Server_accepts_is_accepted(string sql) => QueryCompilation.AssertCompiles(sql);
}
