using System.Data.Common;
using Reporting.Store.Journal;

namespace Reporting.Store.Idempotency;

/// <summary>
/// Keeps what was answered to writes that carried a key. The primary key settles which of two writers with one key
/// takes place: the transaction of the other is rolled back whole.
/// </summary>
public sealed class KeptAnswerStore(Database database)
{
    private const string Table = "KeptAnswer";

    private static readonly Query One = new(
        """
        SELECT Client, KeyDigest, Request, Digest, RecordedAt, Status, ContentType, ETag, Location, SealedBody
        FROM KeptAnswer
        WHERE Client = @Client AND KeyDigest = @KeyDigest;
        """);

    private static readonly Query Add = new(
        """
        INSERT INTO KeptAnswer (
            Client, KeyDigest, Request, Digest, RecordedAt, Status, ContentType, ETag, Location, SealedBody)
        VALUES (
            @Client, @KeyDigest, @Request, @Digest, @RecordedAt, @Status, @ContentType, @ETag, @Location, @SealedBody);
        """);

    private static readonly Query DeleteOlder = new("DELETE FROM KeptAnswer WHERE RecordedAt < @Before;");

    /// <summary>Whether a write collided with the answer kept for the same key.</summary>
    public static bool IsTaken(DbException error) => Dialect.IsDuplicate(error, Table);

    /// <summary>What was answered to this key; null when nothing was, or it was purged since.</summary>
    public Task<KeptAnswer?> FindAsync(string client, string keyDigest, CancellationToken cancel) =>
        database.FindAsync<KeptAnswer>(One, new { Client = client, KeyDigest = keyDigest }, cancel);

    /// <summary>The same act, which also keeps the answer that is ready by then, if one is.</summary>
    public static Act Together(Act act, Func<KeptAnswer?> ready) =>
        act.With(session => ready() is { } answer ? session.ExecuteAsync(Add, answer) : Task.CompletedTask);

    /// <summary>Keeps the answer to a request that had nothing to write; false when another with its key came first.</summary>
    public async Task<bool> KeepAsync(KeptAnswer answer, CancellationToken cancel)
    {
        try
        {
            await database.TransactAsync([], session => session.ExecuteAsync(Add, answer), cancel);
            return true;
        }
        catch (DbException error) when (IsTaken(error))
        {
            return false;
        }
    }

    /// <summary>Deletes what was kept before an instant; tells how many. The one thing that is ever deleted.</summary>
    public Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancel) =>
        database.MaintainAsync([], session => session.ExecuteAsync(DeleteOlder, new { Before = before }), cancel);
}
