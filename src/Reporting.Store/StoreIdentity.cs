using Reporting.Store.Journal;

namespace Reporting.Store;

/// <summary>Keeps real returns out of a sandbox's store and made-up ones out of the real store.</summary>
public sealed class StoreIdentity(Database database, TimeProvider time)
{
    private const string Table = "StoreKind";

    private static readonly (StoreKind Kind, string Code)[] Codes = [(StoreKind.Real, "reel"), (StoreKind.Sandbox, "bac-a-sable")];

    private static readonly Query ReadKind = new("SELECT Kind FROM StoreKind WHERE Id = 1;");

    private static readonly Query CountReturns = new("SELECT COUNT(*) FROM ReturnVersion;");

    private static readonly Query Declare = new("INSERT INTO StoreKind (Id, Kind, DeclaredAt) VALUES (1, @Kind, @At);");

    /// <summary>Declares the kind of a store that has none yet; the schema is there.</summary>
    /// <exception cref="StoreKindException">The store is of the other kind.</exception>
    public async Task DeclareAsync(Author author, CancellationToken cancel)
    {
        if (await FindAsync(cancel) is null)
        {
            if (database.Kind is StoreKind.Sandbox && await database.FindAsync<int>(CountReturns, null, cancel) > 0)
            {
                throw new StoreKindException(null, database.Place);
            }

            await DeclareOnceAsync(author, cancel);
        }

        await RequireAsync(cancel);
    }

    /// <exception cref="StoreKindException">The store is not declared to be of the kind that is wanted.</exception>
    public async Task RequireAsync(CancellationToken cancel)
    {
        var found = await FindAsync(cancel);
        if (found != database.Kind)
        {
            throw new StoreKindException(found, database.Place);
        }
    }

    private async Task<StoreKind?> FindAsync(CancellationToken cancel) =>
        await database.FindAsync<string>(ReadKind, null, cancel) is { } code
            ? Codes.Single(pair => pair.Code == code).Kind
            : null;

    // Another instance that starts too may come first.
    private Task DeclareOnceAsync(Author author, CancellationToken cancel) =>
        database.TryWriteAsync(
            new Act(author, JournalActions.DeclareStoreKind),
            session => session.ExecuteAsync(
                Declare, new { Kind = Codes.Single(pair => pair.Kind == database.Kind).Code, At = time.GetUtcNow() }),
            cancel,
            Table);
}
