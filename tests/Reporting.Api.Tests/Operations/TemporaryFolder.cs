using Microsoft.Data.Sqlite;
using Reporting.TestSupport.Engines;

namespace Reporting.Api.Tests.Operations;

/// <summary>A folder of one test's own, for the stores that it makes.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reporting-operations-");

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    /// <summary>The setting that makes a file the store of a verb.</summary>
    public string Store(string file) => $"--Store:ConnectionString=Data Source={PathOf(file)}";

    /// <summary>The settings that make a database the store of a verb.</summary>
    public static string[] SettingsOf(TestDatabase database) =>
    [
        $"--Store:Provider={database.Options.Provider}", $"--Store:ConnectionString={database.Options.ConnectionString}",
    ];

    /// <summary>The same for a service.</summary>
    public (string Name, string Value)[] Settings(string file) =>
        [("Store:Provider", "Sqlite"), ("Store:ConnectionString", $"Data Source={PathOf(file)}")];

    public async Task<T> ScalarAsync<T>(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={PathOf(file)}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public Task ExecuteAsync(string file, string sql) => ScalarAsync<long>(file, sql + "; SELECT 1;");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
