using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.SqlClient;

namespace Reporting.TestSupport.Engines;

/// <summary>
/// A place of its own on a server that speaks TDS: a database where the login may create one; else a user with a schema
/// of its own; else the login's own schema, for one test at a time.
/// </summary>
internal static class SqlServerDatabase
{
    private static readonly Func<string, Task<TestDatabase>>[] _places =
        [OwnDatabase.CreateAsync, OwnSchema.CreateAsync, SharedSchema.TakeAsync];

    private static readonly ConcurrentDictionary<string, Func<string, Task<TestDatabase>>> _chosen = new();

    public static async Task<TestDatabase> CreateAsync(string server)
    {
        if (_chosen.TryGetValue(server, out var place))
        {
            return await place(server);
        }

        var refusals = new List<string>();
        foreach (var candidate in _places)
        {
            try
            {
                var created = await candidate(server);
                _chosen[server] = candidate;
                return created;
            }
            catch (SqlException refusal) when (refusal.Class < 20)
            {
                refusals.Add(refusal.Message);
            }
        }

        throw new InvalidOperationException($"The server gives the tests no place of their own: {string.Join(" | ", refusals)}");
    }

    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync(sql);
    }

    public static async Task CloseAllAsync(string connectionString)
    {
        await using var pooled = new SqlConnection(connectionString);
        SqlConnection.ClearPool(pooled);
    }
}
