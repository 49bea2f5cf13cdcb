using System.Security.Cryptography;
using Reporting.Store.Journal;

namespace Reporting.Store;

/// <summary>The key that seals the feed's next links: one for the store, whichever instance first needs it makes it.</summary>
public sealed class LinkKeyStore(Database database, TimeProvider time)
{
    private const string Table = "LinkKey";
    private const int Bytes = 32;

    private static readonly Query ReadSecret = new("SELECT Secret FROM LinkKey WHERE Id = 1;");

    private static readonly Query Add = new("INSERT INTO LinkKey (Id, Secret, MadeAt) VALUES (1, @Secret, @MadeAt);");

    public async Task<byte[]> ReadOrMakeAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } known)
        {
            return known;
        }

        await MakeAsync(cancel);
        return await FindAsync(cancel) ?? throw new InvalidOperationException("The key of the links is gone.");
    }

    private async Task<byte[]?> FindAsync(CancellationToken cancel) =>
        await database.FindAsync<string>(ReadSecret, null, cancel) is { } secret ? Convert.FromHexString(secret) : null;

    // Another instance may come first.
    private Task MakeAsync(CancellationToken cancel) =>
        database.TryWriteAsync(
            new Act(Author.Service, JournalActions.MakeLinkKey),
            session => session.ExecuteAsync(
                Add, new { Secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)), MadeAt = time.GetUtcNow() }),
            cancel,
            Table);
}
