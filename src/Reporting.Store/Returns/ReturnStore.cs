using System.Text.Json;
using Reporting.Domain.Returns;
using Reporting.Store.Journal;
using Reporting.Store.Webhooks;

namespace Reporting.Store.Returns;

/// <summary>Keeps returns, append-only: versions, and what happens to them.</summary>
public sealed class ReturnStore(Database database)
{
    private static readonly Query AddVersion = new(
        """
        INSERT INTO ReturnVersion (
            Year, Territory, Version, RecordedAt, RecordedBy, Digest, RuleVersion, Fictitious, Body, Findings)
        VALUES (
            @Year, @Territory, @Version, @RecordedAt, @RecordedBy, @Digest, @RuleVersion, @Fictitious, @Body, @Findings);
        """);

    /// <summary>Adds a version after the event that its author knew; false when another writer came first.</summary>
    public Task<bool> AppendAsync(StoredReturn added, Act act, CancellationToken cancel) =>
        database.TryWriteAsync(
            act with { Version = added.Version },
            session => InsertAsync(session, added),
            cancel,
            ReturnEvents.EventTable, ReturnEvents.VersionTable);

    /// <summary>Deposits a version after the event that the depositor knew; false when another writer came first.</summary>
    public Task<bool> DepositAsync(StoredReturn known, DateTimeOffset at, Act act, CancellationToken cancel) =>
        AddAsync(
            known.Year, known.Territory, new(known.Sequence + 1, known.Version, ReturnState.Deposited, at), act, cancel);

    /// <summary>Adds an event after the one that its author knew, a review among others; false when another writer came first.</summary>
    public Task<bool> AddAsync(int year, string territory, ReturnEvent added, Act act, CancellationToken cancel) =>
        database.TryWriteAsync(
            act with { Version = added.Version },
            async session =>
            {
                await ReturnEvents.AddAsync(session, year, territory, added with { Actor = act.Author.Name });
                if (Told(added.State) is { } kind)
                {
                    await Outbox.TellAsync(session, new(kind, territory, added.At)
                    {
                        Year = year, Version = added.Version, Sequence = added.Sequence,
                    });
                }
            },
            cancel,
            ReturnEvents.EventTable, ReturnEvents.VersionTable);

    /// <summary>
    /// Adds the recounts of one return together, one event each, after the event that their author knew; false when
    /// another writer came first.
    /// </summary>
    public Task<bool> RecountAsync(IReadOnlyList<StoredReturn> recounts, Act act, CancellationToken cancel) =>
        database.TryWriteAsync(
            act,
            async session =>
            {
                foreach (var recount in recounts)
                {
                    await InsertAsync(session, recount);
                    await ReturnEvents.AddRecountAsync(session, recount);
                    await Outbox.TellAsync(session, new(WebhookEvents.Recounted, recount.Territory, recount.RecordedAt)
                    {
                        Year = recount.Year, Version = recount.Version, Sequence = recount.Sequence,
                    });
                }
            },
            cancel,
            ReturnEvents.EventTable, ReturnEvents.VersionTable);

    private static string? Told(ReturnState state) => state switch
    {
        ReturnState.Draft => null,
        ReturnState.Deposited => WebhookEvents.Deposited,
        ReturnState.Validated => WebhookEvents.Validated,
        ReturnState.SentBack => WebhookEvents.SentBack,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private static async Task InsertAsync(Session session, StoredReturn added)
    {
        await session.ExecuteAsync(AddVersion, new
        {
            added.Year, added.Territory, added.Version, added.RecordedAt, added.RecordedBy, added.Digest,
            added.Counted.RuleVersion, added.Fictitious, added.Body,
            Findings = JsonSerializer.Serialize(added.Counted.Findings),
        });
        await CountedLines.InsertAsync(session, added);
        await ReturnEvents.AddAsync(
            session, added.Year, added.Territory,
            new(added.Sequence, added.Version, added.State, added.RecordedAt) { Actor = added.RecordedBy });
    }
}
