using Dapper;

namespace Reporting.Store.Tests.Sqlite;

/// <summary>Figures in the order of their key come return by return: sorting them all would hold the first back for the last.</summary>
public sealed class KeyOrderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("WHERE r.Year = 2025")]
    [InlineData("WHERE r.Year >= 2025 AND (r.Year > 2025 OR (r.Year = 2025 AND (r.Territory > '243500139' OR (r.Territory = '243500139' AND r.Indicator > 'ENF-1'))))")]
    public async Task Figures_in_force_are_read_in_the_order_of_their_key(string where)
    {
        await using var store = await TestStore.CreateAsync(TestEngine.Sqlite);
        await using var connection = await store.Database.OpenAsync(default);
        var plan = (await connection.QueryAsync<Step>(
            $"EXPLAIN QUERY PLAN SELECT * FROM ResultInForce r {where} ORDER BY r.Year, r.Territory, r.Indicator LIMIT 20001;")).ToList();
        Assert.NotEmpty(plan);
        Assert.DoesNotContain(plan, step => step.Detail.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Detail.Contains("MATERIALIZE", StringComparison.Ordinal));
    }

    private sealed class Step
    {
        public required string Detail { get; init; }
    }
}
