using Microsoft.Data.Sqlite;
using Reporting.TestSupport.Engines;

namespace Reporting.TestSupport.Faults;

/// <summary>
/// A store that goes away and comes back: the folder of a SQLite file, or the way to a server. A real server is left
/// alone; what stands in for it is told to be away instead.
/// </summary>
public sealed class RemovableStore : IDisposable
{
    private readonly DirectoryInfo? _folder;
    private readonly FaultyServer? _server;

    public RemovableStore(TestEngine engine)
    {
        if (engine is TestEngine.Sqlite)
        {
            _folder = Directory.CreateTempSubdirectory("reporting-away-");
            Directory.CreateDirectory(Present);
        }
        else
        {
            _server = Task.Run(FaultyServer.StartAsync).GetAwaiter().GetResult();
        }
    }

    public string ConnectionString => _server?.Within(connectSeconds: 1, commandSeconds: 30).ConnectionString
        ?? new SqliteConnectionStringBuilder { DataSource = Path.Combine(Present, "reporting.db"), Pooling = false }.ConnectionString;

    private string Present => Path.Combine(_folder!.FullName, "magasin");

    private string Absent => Path.Combine(_folder!.FullName, "ailleurs");

    public async Task TakeAwayAsync()
    {
        if (_server is null)
        {
            Directory.Move(Present, Absent);
        }
        else
        {
            await _server.Way.CloseAsync();
        }
    }

    public void BringBack()
    {
        if (_server is null)
        {
            Directory.Move(Absent, Present);
        }
        else
        {
            _server.Way.Open();
        }
    }

    public void Dispose()
    {
        _folder?.Delete(recursive: true);
        if (_server is not null)
        {
            Task.Run(async () => await _server.DisposeAsync()).GetAwaiter().GetResult();
        }
    }
}
