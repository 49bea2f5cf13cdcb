using System.Data.Common;
using System.Text.Json;
using Reporting.Domain.Returns;
using Reporting.Store.Journal;
using Reporting.Store.Webhooks;

namespace Reporting.Store.Returns;

/// <summary>
/// Keeps returns, append-only. Whatever happens to a return is an event numbered one above the last; the key of the
/// events lets one writer win each number, so no lock is held between reading a return and writing to it.
/// </summary>
public sealed class ReturnStore(Database database)
{
    private const string VersionTable = "ReturnVersion";
    private const string EventTable = "ReturnEvent";

    private static readonly Query AddVersion = new(
        """
        INSERT INTO ReturnVersion (
            Year, Territory, Version, RecordedAt, RecordedBy, Digest, RuleVersion, Fictitious, Body, Findings)
        VALUES (
            @Year, @Territory, @Version, @RecordedAt, @RecordedBy, @Digest, @RuleVersion, @Fictitious, @Body, @Findings);
        """);

    private static readonly Query AddEvent = new(
        """
        INSERT INTO ReturnEvent (Year, Territory, Sequence, Version, State, At, Actor)
        VALUES (@Year, @Territory, @Sequence, @Version, @State, @At, @Actor);
        """);

    /// <summary>Adds a version after the event that its author knew; false when another writer came first.</summary>
    public Task<bool> AppendAsync(StoredReturn added, Act act, CancellationToken cancel) =>
        WinsAsync(
            act with { Version = added.Version },
            async session =>
            {
                await session.ExecuteAsync(AddVersion, new
                {
                    added.Year, added.Territory, added.Version, added.RecordedAt, added.RecordedBy, added.Digest,
                    added.Counted.RuleVersion, added.Fictitious, added.Body,
                    Findings = JsonSerializer.Serialize(added.Counted.Findings),
                });
                await CountedLines.InsertAsync(session, added);
                await session.ExecuteAsync(AddEvent, new
                {
                    added.Year, added.Territory, added.Sequence, added.Version, State = added.State.ToCode(),
                    At = added.RecordedAt, Actor = added.RecordedBy,
                });
                return true;
            },
            cancel);

    /// <summary>Deposits a version after the event that the depositor knew; false when another writer came first.</summary>
    public Task<bool> DepositAsync(StoredReturn known, DateTimeOffset at, Act act, CancellationToken cancel) =>
        WinsAsync(
            act with { Version = known.Version },
            async session =>
            {
                await session.ExecuteAsync(AddEvent, new
                {
                    known.Year, known.Territory, Sequence = known.Sequence + 1, known.Version,
                    State = ReturnState.Deposited.ToCode(), At = at, Actor = act.Author.Name,
                });
                await Outbox.TellAsync(session, new(WebhookEvents.Deposited, known.Territory, at)
                {
                    Year = known.Year, Version = known.Version, Sequence = known.Sequence + 1,
                });
                return true;
            },
            cancel);

    private async Task<bool> WinsAsync(Act act, Func<Session, Task<bool>> write, CancellationToken cancel)
    {
        try
        {
            return await database.WriteAsync(act, write, cancel);
        }
        catch (DbException error) when (
            Dialect.IsDuplicate(error, EventTable) || Dialect.IsDuplicate(error, VersionTable))
        {
            return false;
        }
    }
}
