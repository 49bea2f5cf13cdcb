using System.Text.Json;
using Reporting.Api.Concurrency;
using Reporting.Api.Instants;
using Reporting.Domain.Campaigns;
using Reporting.Domain.Returns;
using Reporting.Store;
using Reporting.Store.Journal;
using Reporting.Store.Returns;

namespace Reporting.Api.Returns;

/// <summary>
/// The path of a return into the store: read what is there, count, add one event after the last one read. When another
/// writer added it first, a writer with a precondition is told, and one without starts again from what is there now.
/// </summary>
internal sealed class Submission(
    ReturnCounting counting, ReturnReader reader, ReturnStore store, StoreOptions options, TimeProvider time) : IDisposable
{
    private const int Attempts = 20;

    private readonly SemaphoreSlim _losers = new(1);

    public void Dispose() => _losers.Dispose();

    public Task<SubmissionOutcome> PostAsync(
        ReturnSituation situation, ReturnBody body, Precondition precondition, SubmissionAct act, CancellationToken cancel) =>
        AttemptAsync(situation, precondition, latest => PostAsync(situation, body, latest, act, cancel), cancel);

    public Task<SubmissionOutcome> DepositAsync(
        ReturnSituation situation, string? receipt, Precondition precondition, SubmissionAct act, CancellationToken cancel) =>
        AttemptAsync(
            situation, precondition,
            async latest => latest is null
                ? new SubmissionOutcome.Absent()
                : await DepositAsync(situation, latest, receipt, act, cancel),
            cancel);

    private async Task<SubmissionOutcome> AttemptAsync(
        ReturnSituation situation, Precondition precondition,
        Func<StoredReturn?, Task<SubmissionOutcome?>> write, CancellationToken cancel)
    {
        if (await OnceAsync() is { } outcome)
        {
            return outcome;
        }

        // Left to themselves, many losers defeat each other until they give up: in line, each soon comes first.
        await _losers.WaitAsync(cancel);
        try
        {
            for (var attempt = 1; attempt < Attempts; attempt++)
            {
                if (await OnceAsync() is { } later)
                {
                    return later;
                }
            }
        }
        finally
        {
            _losers.Release();
        }

        return precondition.IsGiven ? new SubmissionOutcome.Overtaken() : new SubmissionOutcome.Contended();

        async Task<SubmissionOutcome?> OnceAsync()
        {
            var latest = await reader.FindAsync(situation.Year, situation.Territory.Siren, null, cancel);
            return precondition.Allows(latest?.Sequence) ? await write(latest) : new SubmissionOutcome.Overtaken();
        }
    }

    /// <summary>Null when another writer came first.</summary>
    private async Task<SubmissionOutcome?> PostAsync(
        ReturnSituation situation, ReturnBody body, StoredReturn? latest, SubmissionAct act, CancellationToken cancel)
    {
        var canonical = CanonicalBody.Of(body);
        var counted = await counting.CountAsync(
            body.ToReturn(situation.Year), situation.Territory.Siren, forDeposit: false, cancel);
        if (!counted.IsAcceptable)
        {
            return new SubmissionOutcome.Rejected(counted, canonical.Text);
        }

        if (latest?.Digest == canonical.Digest && latest.Counted.RuleVersion == counted.RuleVersion
            && latest.State is not ReturnState.SentBack)
        {
            return new SubmissionOutcome.Accepted(latest);
        }

        var at = Now(latest);
        if (Opening.For(ReturnAction.Post, situation, at) is { IsOpen: false } closed)
        {
            return new SubmissionOutcome.Locked(closed.Locks);
        }

        var added = Following(latest, situation, canonical, counted, at, act.Act);
        var accepted = act.Answering(new(added, IsFirst: latest is null));
        return await store.AppendAsync(added, act.Act with { DatedAt = at }, cancel) ? accepted : null;
    }

    private StoredReturn Following(
        StoredReturn? latest, ReturnSituation situation, CanonicalBody body, CountedReturn counted, DateTimeOffset at, Act act) =>
        new()
        {
            Year = situation.Year,
            Territory = situation.Territory.Siren,
            Version = (latest?.LastVersion ?? 0) + 1,
            Sequence = (latest?.Sequence ?? 0) + 1,
            State = ReturnState.Draft,
            RecordedAt = at,
            LastEventAt = at,
            LastVersion = (latest?.LastVersion ?? 0) + 1,
            RecordedBy = act.Author.Name,
            Digest = body.Digest,
            Body = body.Text,
            Fictitious = options.Kind is StoreKind.Sandbox,
            Counted = counted,
        };

    /// <summary>Null when another writer came first.</summary>
    private async Task<SubmissionOutcome?> DepositAsync(
        ReturnSituation situation, StoredReturn latest, string? receipt, SubmissionAct act, CancellationToken cancel)
    {
        if (receipt is not null && await ChangesAsync(receipt, latest, cancel) is { Count: > 0 } changes)
        {
            return new SubmissionOutcome.ReceiptOutdated(changes);
        }

        if (latest.State is ReturnState.Deposited or ReturnState.Validated)
        {
            return new SubmissionOutcome.Accepted(latest);
        }

        if (latest.State is ReturnState.SentBack)
        {
            return new SubmissionOutcome.Locked([new ReturnLock.WrongState(latest.Version, latest.State, latest.LastEventAt)]);
        }

        var at = Now(latest);
        if (Opening.For(ReturnAction.Deposit, situation, at) is { Until: null } closed)
        {
            return new SubmissionOutcome.Locked(closed.Locks);
        }

        var body = CanonicalBody.Read(latest.Body);
        var counted = await counting.CountAsync(body.ToReturn(latest.Year), latest.Territory, forDeposit: true, cancel);
        if (!counted.IsAcceptable)
        {
            return new SubmissionOutcome.Rejected(counted, latest.Body);
        }

        // What is deposited is what the rules and the contract of the day make of it: as a new version, if they changed.
        var deposited = latest;
        if (!SameOutcome(latest.Counted, counted))
        {
            var recount = act.Act.Then(JournalActions.RecountReturn) with { DatedAt = at };
            deposited = Following(latest, situation, new(latest.Body, latest.Digest), counted, at, recount);
            if (!await store.AppendAsync(deposited, recount, cancel))
            {
                return null;
            }
        }

        var accepted = act.Answering(new(deposited with
        {
            State = ReturnState.Deposited,
            Sequence = deposited.Sequence + 1,
            DepositedAt = at,
            LastEventAt = at,
        }));
        return await store.DepositAsync(deposited, at, act.Act with { DatedAt = at }, cancel) ? accepted : null;
    }

    private async Task<IReadOnlyList<ReceiptChange>> ChangesAsync(string receipt, StoredReturn latest, CancellationToken cancel)
    {
        if (Receipt.Decode(receipt) is not { } given)
        {
            return [ReceiptChange.Unreadable];
        }

        var (_, now) = await counting.SimulateAsync(new(latest.Body, latest.Digest), latest.Year, latest.Territory, cancel);
        return ReceiptChange.Between(given, now);
    }

    // Findings hold lists, which compare by what they are and not by what they hold.
    private static bool SameOutcome(CountedReturn one, CountedReturn other) =>
        one.RuleVersion == other.RuleVersion
        && JsonSerializer.Serialize(one.Findings) == JsonSerializer.Serialize(other.Findings);

    // The store keeps milliseconds, which the answer shows; no event is dated before the one that it follows.
    private DateTimeOffset Now(StoredReturn? latest)
    {
        var now = time.GetUtcNow().ToMilliseconds();
        return latest?.LastEventAt > now ? latest.LastEventAt : now;
    }
}
