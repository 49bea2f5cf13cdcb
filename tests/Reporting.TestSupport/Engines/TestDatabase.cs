using Reporting.Store;

namespace Reporting.TestSupport.Engines;

/// <summary>An empty database of one test's own, gone when the test ends.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> _drop;

    internal TestDatabase(Engine engine, string connectionString, Func<Task> drop)
    {
        Options = new() { Provider = engine, ConnectionString = connectionString };
        _drop = drop;
    }

    public StoreOptions Options { get; }

    /// <summary>Why there is none on this engine, or null when there can be.</summary>
    public static string? AbsenceOf(TestEngine engine) =>
        engine is TestEngine.SqlServer ? SqlServerInstance.Absence : null;

    public static Task<TestDatabase> CreateAsync(TestEngine engine) =>
        engine is TestEngine.SqlServer ? SqlServerDatabase.CreateAsync() : Task.FromResult(SqliteFile.Create());

    public async ValueTask DisposeAsync() => await _drop();
}
