using Reporting.Store;
using Reporting.TestSupport.Tds;

namespace Reporting.TestSupport.Engines;

/// <summary>An empty database of one test's own, gone when the test ends.</summary>
public sealed class TestDatabase : IAsyncDisposable, IDisposable
{
    private static readonly Lazy<TdsStandIn> _standIn = new();

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

    public static async Task<TestDatabase> CreateAsync(TestEngine engine) => engine switch
    {
        TestEngine.Sqlite => SqliteFile.Create(),
        TestEngine.TdsStandIn => await SqlServerDatabase.CreateAsync(_standIn.Value.ConnectionString),
        TestEngine.SqlServer => await SqlServerDatabase.CreateAsync(await SqlServerInstance.ConnectionStringAsync()),
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, null),
    };

    /// <summary>On a server that speaks TDS.</summary>
    public static Task<TestDatabase> CreateAsync(string server) => SqlServerDatabase.CreateAsync(server);

    /// <summary>For a constructor, which cannot wait. Off the tests' own threads, which would wait for each other.</summary>
    public static TestDatabase Create(TestEngine engine) => Task.Run(() => CreateAsync(engine)).GetAwaiter().GetResult();

    public void Dispose() => Task.Run(_drop).GetAwaiter().GetResult();

    public async ValueTask DisposeAsync() => await _drop();
}
