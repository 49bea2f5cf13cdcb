using DotNet.Testcontainers.Configurations;
using Microsoft.Data.SqlClient;
using Testcontainers.MsSql;

namespace Reporting.TestSupport.Engines;

/// <summary>
/// The SQL Server that a run's stores are made on: the one that the environment names, or a container that the whole
/// run shares and that goes with the process.
/// </summary>
internal static class SqlServerInstance
{
    private const string Setting = "REPORTING_TEST_SQLSERVER";
    private const string Image = "mcr.microsoft.com/mssql/server:2022-CU14-ubuntu-22.04";

    private static readonly string? _given = Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } given ? given : null;

    private static readonly Lazy<string?> _absence = new(() =>
        _given is null && TestcontainersSettings.OS.DockerEndpointAuthConfig is null
            ? $"No SQL Server: {Setting} is not set and no Docker engine answers."
            : null);

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    private static readonly Lazy<Task<string>> _server = new(async () =>
    {
        if (_given is not null)
        {
            await UntilItAnswersAsync(_given);
            return _given;
        }

        var container = new MsSqlBuilder(Image).Build();
        await container.StartAsync();
        return container.GetConnectionString();
    });

    /// <summary>Why there is none, or null when there is one. Answered once, without starting anything.</summary>
    public static string? Absence => _absence.Value;

    public static Task<string> ConnectionStringAsync() => _server.Value;

    // A server that was started together with the tests takes longer than they do.
    private static async Task UntilItAnswersAsync(string connectionString)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromSeconds(2))
        {
            try
            {
                await using var connection = new SqlConnection(connectionString);
                await connection.OpenAsync();
                return;
            }
            catch (SqlException) when (waited < _patience)
            {
                await Task.Delay(TimeSpan.FromSeconds(2));
            }
        }
    }
}
