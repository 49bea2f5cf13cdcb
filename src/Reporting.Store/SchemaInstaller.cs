using Reporting.Store.Journal;

namespace Reporting.Store;

/// <summary>
/// Applies the numbered scripts of db/ in order, once each, under a lock that only one instance holds, and records
/// each with its hash. A recorded script that has changed since is refused: history is not rewritten.
/// </summary>
public sealed class SchemaInstaller(Database database, TimeProvider time)
{
    private static readonly Query CreateLedger = new(
        """
        CREATE TABLE IF NOT EXISTS SchemaScript (
            Name TEXT NOT NULL,
            Hash TEXT NOT NULL,
            AppliedAt TEXT NOT NULL,
            CONSTRAINT PK_SchemaScript PRIMARY KEY (Name)
        ) STRICT, WITHOUT ROWID;
        """,
        """
        IF OBJECT_ID('SchemaScript') IS NULL
        CREATE TABLE SchemaScript (
            Name varchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
            Hash char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
            AppliedAt datetimeoffset(3) NOT NULL,
            CONSTRAINT PK_SchemaScript PRIMARY KEY (Name));
        """);

    private static readonly Query CountLedgers = new(
        "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'SchemaScript';",
        "SELECT CASE WHEN OBJECT_ID('SchemaScript') IS NULL THEN 0 ELSE 1 END;");

    // Gives up before the command does, at thirty seconds, so that its own words are what an operator reads.
    private static readonly Query TakeLock = new(
        "SELECT 1;",
        """
        DECLARE @outcome int;
        EXEC @outcome = sp_getapplock @Resource = 'Reporting.SchemaInstaller', @LockMode = 'Exclusive',
            @LockOwner = 'Transaction', @LockTimeout = 25000;
        IF @outcome < 0 THROW 50000, 'Another instance is installing the schema.', 1;
        """);

    private static readonly Query ReadLedger = new("SELECT Name, Hash FROM SchemaScript ORDER BY Name;");

    private static readonly Query Record = new(
        "INSERT INTO SchemaScript (Name, Hash, AppliedAt) VALUES (@Name, @Hash, @AppliedAt);");

    /// <summary>Brings the schema up to date and returns the names of the scripts that it applied.</summary>
    /// <exception cref="SchemaException">A script already applied has changed, or the store has a newer schema.</exception>
    public Task<IReadOnlyList<string>> InstallAsync(Author author, CancellationToken cancel) =>
        InstallAsync([new(author, JournalActions.InstallSchema)], cancel);

    /// <summary>The same for a store that is to receive another's journal, and so must not begin one.</summary>
    internal Task<IReadOnlyList<string>> InstallUnrecordedAsync(CancellationToken cancel) => InstallAsync([], cancel);

    private Task<IReadOnlyList<string>> InstallAsync(IReadOnlyList<Act> acts, CancellationToken cancel) =>
        database.MaintainAsync<IReadOnlyList<string>>([], async session =>
        {
            await session.ExecuteAsync(TakeLock, null);
            await session.ExecuteAsync(CreateLedger, null);
            var pending = Pending(await session.QueryAsync<Applied>(ReadLedger, null));
            foreach (var script in pending)
            {
                foreach (var batch in script.Batches())
                {
                    await session.ExecuteAsync(batch, null);
                }

                await session.ExecuteAsync(Record, new { script.Name, script.Hash, AppliedAt = time.GetUtcNow() });
            }

            // The journal is one of the tables installed: only now is it there to say so.
            if (pending is not [])
            {
                await JournalChain.AppendAsync(session, acts, time.GetUtcNow());
            }

            return [.. pending.Select(script => script.Name)];
        }, cancel);

    /// <summary>The names of the scripts that an installation would apply.</summary>
    /// <exception cref="SchemaException">A script already applied has changed, or the store has a newer schema.</exception>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancel)
    {
        // Asked of a file that is not there, SQLite would make it.
        var isEmpty = database.IsMissing || await database.FindAsync<int>(CountLedgers, null, cancel) == 0;
        var applied = isEmpty ? [] : await database.QueryAsync<Applied>(ReadLedger, null, cancel);
        return [.. Pending(applied).Select(script => script.Name)];
    }

    /// <summary>Asks that nothing be pending, of whoever may not install.</summary>
    /// <exception cref="SchemaException">The schema is not this release's.</exception>
    public async Task RequireAsync(CancellationToken cancel)
    {
        if (await PendingAsync(cancel) is [var missing, ..])
        {
            throw new SchemaException(SchemaFault.ScriptMissing, missing, database.Place);
        }
    }

    private List<SqlScript> Pending(IReadOnlyList<Applied> applied)
    {
        var scripts = SqlScript.OfSchema(database.Engine);
        foreach (var done in applied)
        {
            var script = scripts.SingleOrDefault(s => s.Name == done.Name)
                ?? throw new SchemaException(SchemaFault.NewerSchema, done.Name, database.Place);
            if (script.Hash != done.Hash)
            {
                throw new SchemaException(SchemaFault.ScriptChanged, done.Name, database.Place);
            }
        }

        return [.. scripts.Where(script => applied.All(done => done.Name != script.Name))];
    }

    private sealed class Applied
    {
        public required string Name { get; init; }

        public required string Hash { get; init; }
    }
}
