namespace Reporting.Store.Journal;

/// <summary>
/// Appends entries. Whoever takes a number that another transaction took first collides with its key, and makes its
/// whole transaction again after it.
/// </summary>
internal static class JournalChain
{
    public const string Table = "JournalEntry";

    private static readonly Query ReadHead = new(
        "SELECT Sequence, Hash FROM JournalEntry WHERE Sequence = (SELECT MAX(Sequence) FROM JournalEntry);");

    private static readonly Query CountActs = new("SELECT COUNT(*) FROM JournalEntry WHERE Id = @Id;");

    private static readonly Query Append = new(
        """
        INSERT INTO JournalEntry (
            Sequence, Id, At, Actor, Role, Client, Action, Year, Territory, Version, RemoteAddress, TraceId,
            PreviousHash, Hash)
        VALUES (
            @Sequence, @Id, @At, @Actor, @Role, @Client, @Action, @Year, @Territory, @Version, @RemoteAddress, @TraceId,
            @PreviousHash, @Hash);
        """);

    public static async Task AppendAsync(Session session, IReadOnlyList<Act> acts, DateTimeOffset at)
    {
        var head = (await session.QueryAsync<JournalHead>(ReadHead, null)).SingleOrDefault() ?? JournalHead.Empty;
        var entries = new List<JournalEntry>(acts.Count);
        foreach (var act in acts)
        {
            var entry = JournalEntry.After(head, act, at);
            entries.Add(entry);
            head = new(entry.Sequence, entry.Hash);
        }

        await session.InsertAsync(Append, entries);
    }

    /// <summary>Whether an act has taken place.</summary>
    public static async Task<bool> HoldsAsync(Session session, Act act) =>
        (await session.QueryAsync<int>(CountActs, new { Id = act.Id.ToString("D") })).Single() > 0;
}
