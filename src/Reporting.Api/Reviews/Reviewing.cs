using Reporting.Api.Concurrency;
using Reporting.Api.Instants;
using Reporting.Domain.Campaigns;
using Reporting.Domain.Returns;
using Reporting.Store.Journal;
using Reporting.Store.Returns;

namespace Reporting.Api.Reviews;

/// <summary>What a reviewer decides of which version.</summary>
/// <param name="Version">The version read, or null when the reviewer left it to be understood.</param>
/// <param name="Decision">Validated or sent back.</param>
/// <param name="Review">What it says.</param>
/// <param name="AsDgcs">Whether it may undo a validation.</param>
internal sealed record ReviewRequest(int? Version, ReturnState Decision, Review Review, bool AsDgcs);

/// <summary>
/// The path of a review into the store: read what happened to the return, find the version that the reviewer read, add
/// one event after the last one. A version that the reviewer did not read is never reviewed: it names it, or knows the
/// tag, or only one was ever deposited.
/// </summary>
internal sealed class Reviewing(ReturnLifeReader lives, ReturnReader reader, ReturnStore store, TimeProvider time)
{
    private const int Attempts = 20;

    /// <param name="year">Campaign year.</param>
    /// <param name="territory">SIREN of the territory.</param>
    /// <param name="request">The decision.</param>
    /// <param name="precondition">What the reviewer knew.</param>
    /// <param name="act">What the journal keeps of it.</param>
    /// <param name="ready">Makes the answer ready before the decision is written, so that both are kept together.</param>
    /// <param name="cancel">Cancels the review.</param>
    public async Task<ReviewOutcome> ReviewAsync(
        int year, string territory, ReviewRequest request, Precondition precondition, Act act, Action<StoredReturn> ready,
        CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var life = await lives.ReadAsync(year, territory, cancel);
            if (life.Last is not { } last)
            {
                return new ReviewOutcome.Absent();
            }

            if (!precondition.Allows(last.Sequence))
            {
                return new ReviewOutcome.Overtaken();
            }

            var known = precondition.IsGiven ? (life.Awaiting ?? life.Validated ?? life.Latest)!.Version : life.OnlyDeposited;
            if ((request.Version ?? known) is not { } version)
            {
                return (life.Awaiting ?? (request is { AsDgcs: true, Decision: ReturnState.SentBack } ? life.Validated : null)) is { } meant
                    ? new ReviewOutcome.Unnamed(meant.Version)
                    : new ReviewOutcome.Locked(life.ReviewLock!);
            }

            if (await DecideAsync(life, version) is { } outcome)
            {
                return outcome;
            }
        }

        return precondition.IsGiven ? new ReviewOutcome.Overtaken() : new ReviewOutcome.Contended();

        // Null when another writer came first.
        async Task<ReviewOutcome?> DecideAsync(ReturnLife life, int version)
        {
            if (life.LastOf(version) is not { } current)
            {
                return new ReviewOutcome.Absent();
            }

            if (current.State is ReturnState.Validated && request.Decision is ReturnState.Validated)
            {
                return new ReviewOutcome.Reviewed(await ReadAsync(version));
            }

            var undoes = current == life.Validated && request.Decision is ReturnState.SentBack;
            if (undoes && !request.AsDgcs)
            {
                return new ReviewOutcome.ForDgcsAlone(version);
            }

            if (!undoes && current != life.Awaiting)
            {
                return new ReviewOutcome.Locked(new ReturnLock.WrongState(version, current.State, current.At));
            }

            var now = time.GetUtcNow().ToMilliseconds();
            var at = now < life.Last!.At ? life.Last.At : now;
            var decided = new ReturnEvent(life.Last.Sequence + 1, version, request.Decision, at) { Review = request.Review };
            var reviewed = await ReadAsync(version) with
            {
                State = decided.State,
                Sequence = decided.Sequence,
                LastEventAt = decided.At,
                Review = decided.Review,
            };
            ready(reviewed);
            return await store.AddAsync(year, territory, decided, act with { DatedAt = now }, cancel)
                ? new ReviewOutcome.Reviewed(reviewed)
                : null;
        }

        async Task<StoredReturn> ReadAsync(int version) =>
            (await reader.FindAsync(year, territory, version, cancel))!;
    }
}
