using Microsoft.Data.Sqlite;
using Reporting.TestSupport.Tds.Sql;

namespace Reporting.TestSupport.Tds;

/// <summary>
/// A connection's transaction. Until it writes it holds nothing and reads what is committed, or what was when it first
/// read if it is of a snapshot; its first write takes the writers' turn, and keeps it to the end.
/// </summary>
internal sealed class Transaction(HostedDatabase database, SqliteConnection connection)
{
    private readonly List<SemaphoreSlim> _locks = [];
    private Catalog? _changed;
    private bool _writing;
    private bool _ofSnapshot;

    public bool IsOpen { get; private set; }

    public Catalog Catalog => _changed ?? database.Catalog;

    public void Begin(bool ofSnapshot = false)
    {
        if (ofSnapshot)
        {
            Execute("BEGIN DEFERRED");
        }

        (IsOpen, _ofSnapshot) = (true, ofSnapshot);
    }

    public async Task<bool> LockAsync(string resource, TimeSpan patience, CancellationToken cancel)
    {
        var taken = database.LockNamed(resource);
        if (_locks.Contains(taken))
        {
            return true;
        }

        if (!await taken.WaitAsync(patience, cancel))
        {
            return false;
        }

        _locks.Add(taken);
        return true;
    }

    /// <summary>Runs a write: in the transaction, or in one of its own when none is open.</summary>
    public async Task<T> WriteAsync<T>(Func<T> write, CancellationToken cancel)
    {
        if (!_writing)
        {
            await database.Writer.WaitAsync(cancel);
            Execute("BEGIN IMMEDIATE");
            _writing = true;
        }

        try
        {
            var result = write();
            if (!IsOpen)
            {
                Commit();
            }

            return result;
        }
        finally
        {
            if (!IsOpen)
            {
                Rollback();
            }
        }
    }

    public void Change(Catalog catalog) => _changed = catalog;

    public void Commit()
    {
        if (_writing)
        {
            Execute("COMMIT");
            database.Catalog = Catalog;
        }
        else if (_ofSnapshot)
        {
            Execute("COMMIT");
        }

        End();
    }

    public void Rollback()
    {
        if (_writing || _ofSnapshot)
        {
            Execute("ROLLBACK");
        }

        End();
    }

    private void End()
    {
        _changed = null;
        (IsOpen, _ofSnapshot) = (false, false);
        if (_writing)
        {
            _writing = false;
            database.Writer.Release();
        }

        _locks.ForEach(taken => taken.Release());
        _locks.Clear();
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
