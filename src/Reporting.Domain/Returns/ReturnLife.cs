using Reporting.Domain.Campaigns;

namespace Reporting.Domain.Returns;

/// <summary>The life of a return: brouillon, deposee, then validee or renvoyee, version after version.</summary>
/// <param name="Events">Its events by number; none when nothing was ever posted.</param>
public sealed record ReturnLife(IReadOnlyList<ReturnEvent> Events)
{
    /// <summary>The last event, or null.</summary>
    public ReturnEvent? Last => Events.Count == 0 ? null : Events[^1];

    /// <summary>The last event of what the owner posted last, as last counted, or null when nothing was ever posted.</summary>
    public ReturnEvent? Latest
    {
        get
        {
            var recounts = Events.Where(entry => entry.RecountOf is not null).Select(entry => entry.Version).ToHashSet();
            var latest = Events.Where(entry => !recounts.Contains(entry.Version)).MaxBy(entry => entry.Version);
            while (latest is not null && Events.FirstOrDefault(entry => entry.RecountOf == latest.Version) is { } recount)
            {
                latest = recount;
            }

            return latest is null ? null : LastOf(latest.Version);
        }
    }

    /// <summary>The deposit that awaits review: the last one, unless it was reviewed. One that a later deposit superseded no longer does.</summary>
    public ReturnEvent? Awaiting =>
        Events.LastOrDefault(entry => entry.State is ReturnState.Deposited) is { } last && LastOf(last.Version) == last
            ? last
            : null;

    /// <summary>The validation in force: the last one that nothing undid and no recount replaced.</summary>
    public ReturnEvent? Validated => Events.LastOrDefault(entry =>
        entry.State is ReturnState.Validated && LastOf(entry.Version) == entry && !IsRecounted(entry.Version));

    /// <summary>The event that made the version in force what it is, or null when the return is not counted.</summary>
    public ReturnEvent? InForce => Validated ?? Awaiting;

    /// <summary>
    /// The one version that a review can mean without naming it: the only one ever deposited. With two, a reviewer may
    /// have read the other one.
    /// </summary>
    public int? OnlyDeposited =>
        Events.Where(entry => entry.State is ReturnState.Deposited).Select(entry => entry.Version).Distinct().ToList() is [var only]
            ? only
            : null;

    /// <summary>The time in which the owner may answer the last review, when that sent the return back.</summary>
    public OpenWindow? Answer =>
        Events.LastOrDefault(entry => entry.Review is not null) is { State: ReturnState.SentBack, Review.CorrectableUntil: { } until } review
            ? new(WindowKind.Answer, review.At, until)
            : null;

    /// <summary>A deposit takes a draft: every answer to a review is a version of its own.</summary>
    public ReturnLock.WrongState? DepositLock => Latest is { State: ReturnState.Draft } ? null : Lock(Latest);

    /// <summary>A review takes a deposit that awaits it.</summary>
    public ReturnLock.WrongState? ReviewLock => Awaiting is not null ? null : Lock(InForce ?? Latest);

    /// <summary>Undoing a validation takes the one in force.</summary>
    public ReturnLock.WrongState? ReopenLock => Validated is not null ? null : Lock(Awaiting ?? Latest);

    /// <summary>The last event of a version, or null when there is no such version.</summary>
    /// <param name="version">The version.</param>
    public ReturnEvent? LastOf(int version) => Events.LastOrDefault(entry => entry.Version == version);

    /// <summary>What was known of the return at an instant.</summary>
    /// <param name="instant">The instant.</param>
    public ReturnLife AsOf(DateTimeOffset instant) => new([.. Events.TakeWhile(entry => entry.At <= instant)]);

    private bool IsRecounted(int version) => Events.Any(entry => entry.RecountOf == version);

    private static ReturnLock.WrongState Lock(ReturnEvent? entry) => new(entry?.Version, entry?.State, entry?.At);
}
