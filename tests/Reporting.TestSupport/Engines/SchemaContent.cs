using Dapper;
using Microsoft.Data.SqlClient;

namespace Reporting.TestSupport.Engines;

/// <summary>The tables and views of a connection's default schema.</summary>
internal static class SchemaContent
{
    private const string Content =
        """
        SELECT TABLE_NAME AS Name, TABLE_TYPE AS Type FROM INFORMATION_SCHEMA.TABLES
        WHERE TABLE_SCHEMA = SCHEMA_NAME() ORDER BY TABLE_TYPE DESC;
        """;

    public static async Task<IReadOnlyList<string>> NamesAsync(string connectionString) =>
        [.. (await ListAsync(connectionString)).Select(item => item.Name)];

    /// <summary>Drops views, then tables: a table that others refer to goes after them.</summary>
    public static async Task DropAsync(string connectionString)
    {
        for (var left = await ListAsync(connectionString); left.Count > 0;)
        {
            foreach (var item in left)
            {
                await TryDropAsync(connectionString, item);
            }

            var before = left.Count;
            left = await ListAsync(connectionString);
            if (left.Count == before)
            {
                throw new InvalidOperationException($"{left[0].Name} and {before - 1} others cannot be dropped.");
            }
        }
    }

    private static async Task TryDropAsync(string connectionString, Item item)
    {
        const int referredTo = 3726;
        try
        {
            await SqlServerDatabase.ExecuteAsync(connectionString, $"DROP {(item.Type is "VIEW" ? "VIEW" : "TABLE")} {item.Name};");
        }
        catch (SqlException error) when (error.Number is referredTo)
        {
            // Its turn comes with the next round.
        }
    }

    private static async Task<IReadOnlyList<Item>> ListAsync(string connectionString)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        return (await connection.QueryAsync<Item>(Content)).AsList();
    }

    private sealed record Item
    {
        public required string Name { get; init; }

        public required string Type { get; init; }
    }
}
