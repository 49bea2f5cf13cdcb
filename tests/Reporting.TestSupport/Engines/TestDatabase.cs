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
        TestEngine.Sqlite => await SqliteFile.CreateAsync(),
        TestEngine.TdsStandIn => await SqlServerDatabase.CreateAsync(_standIn.Value.ConnectionString),
        TestEngine.SqlServer => await SqlServerDatabase.CreateAsync(await SqlServerInstance.ConnectionStringAsync()),
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, null),
    };

    /// <summary>On a server that speaks TDS.</summary>
    public static Task<TestDatabase> CreateAsync(string server) => SqlServerDatabase.CreateAsync(server);

    /// <summary>What makes others that hold what this one holds now; on a server that cannot copy, what makes empty ones.</summary>
    public async Task<Func<Task<TestDatabase>>> CopiesAsync(TestEngine engine)
    {
        switch (engine)
        {
            case TestEngine.Sqlite:
                var content = await SqliteFile.ContentAsync(this);
                return () => SqliteFile.CreateAsync(content);
            case TestEngine.TdsStandIn:
                var server = _standIn.Value.ConnectionString;
                var kept = await OwnDatabase.CopyAsync(server, Options);
                return () => OwnDatabase.CopyAsync(server, kept.Options);
            default:
                return () => CreateAsync(engine);
        }
    }

    /// <summary>For a constructor, which cannot wait. Off the tests' own threads, which would wait for each other.</summary>
    public static TestDatabase Create(TestEngine engine) => Task.Run(() => CreateAsync(engine)).GetAwaiter().GetResult();

    public void Dispose() => Task.Run(_drop).GetAwaiter().GetResult();

    public async ValueTask DisposeAsync() => await _drop();
}
