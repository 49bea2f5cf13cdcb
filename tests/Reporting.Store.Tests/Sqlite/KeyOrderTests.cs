using Dapper;

namespace Reporting.Store.Tests.Sqlite;

/// <summary>
/// What is in force comes return by return in the order of its key: sorting it all would hold the first row back for the
/// last, and sorting the lines of each return takes as long as reading them.
/// </summary>
public sealed class KeyOrderTests
{
    private const string After =
        "WHERE r.Year >= 2025 AND (r.Year > 2025 OR r.Territory >= '243500139') "
        + "AND (r.Year > 2025 OR (r.Year = 2025 AND (r.Territory > '243500139' OR (r.Territory = '243500139' AND r.Indicator > 'ENF-1'))))";

    [Theory]
    [InlineData("ResultInForce", "Indicator", "")]
    [InlineData("ResultInForce", "Indicator", "WHERE r.Year = 2025")]
    [InlineData("ResultInForce", "Indicator", After)]
    [InlineData("ContributionInForce", "Indicator, r.Position", "")]
    [InlineData("ContributionInForce", "Indicator, r.Position", After)]
    [InlineData("ExplanationInForce", "Indicator, r.Position", "")]
    [InlineData("ExplanationInForce", "Indicator, r.Position", After)]
    public async Task Rows_in_force_are_read_in_the_order_of_their_key(string view, string last, string where)
    {
        await using var store = await TestStore.CreateAsync(TestEngine.Sqlite);
        await using var connection = await store.Database.OpenAsync(default);
        foreach (var (columns, limit) in ((string, string)[])[("*", "LIMIT 20001"), ("*", ""), ("r.Year, r.Indicator", "LIMIT 20001")])
        {
            var plan = (await connection.QueryAsync<Step>(
                $"EXPLAIN QUERY PLAN SELECT {columns} FROM {view} r {where} ORDER BY r.Year, r.Territory, r.{last} {limit};")).ToList();
            Assert.Contains(plan, step => step.Detail.Contains("IX_ReturnEvent_First", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, step => step.Detail.Contains("TEMP B-TREE", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, step => step.Detail.Contains("MATERIALIZE", StringComparison.Ordinal));
        }
    }

    private sealed class Step
    {
        public required string Detail { get; init; }
    }
}
