using Reporting.Domain.Campaigns;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Domain.Territories;

namespace Reporting.Domain.FollowUp;

/// <summary>How far a territory is with its return of one campaign.</summary>
public sealed record ReturnProgress
{
    /// <summary>The territory that owes the return.</summary>
    public required Territory Territory { get; init; }

    /// <summary>Until when it can deposit.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>Everything that happened to the return.</summary>
    public required ReturnLife Life { get; init; }

    /// <summary>The national indicators of the territory's contract; empty when no contract is known.</summary>
    public required IReadOnlyList<Indicator> Expected { get; init; }

    /// <summary>The indicators that the latest version has a line for.</summary>
    public required IReadOnlyList<Indicator> Given { get; init; }

    /// <summary>Where the return stands: the version that counts, or else the latest; null when nothing was ever posted.</summary>
    public ReturnState? State => (Life.InForce ?? Life.Latest)?.State;

    /// <summary>When anything last happened.</summary>
    public DateTimeOffset? LastActivityAt => Life.Last?.At;

    /// <summary>The first deposit, which is the one that was on time or late.</summary>
    public DateTimeOffset? FirstDepositAt => Deposits.FirstOrDefault()?.At;

    /// <summary>The last deposit.</summary>
    public DateTimeOffset? LastDepositAt => Deposits.LastOrDefault()?.At;

    /// <summary>The contract's indicators that the latest version has no line for, in catalogue order.</summary>
    public IEnumerable<Indicator> Missing => Expected.Except(Given).OrderBy(indicator => indicator.Position);

    /// <summary>How many of the contract's indicators the latest version has a line for.</summary>
    public int GivenOfExpected => Expected.Intersect(Given).Count();

    /// <summary>Days left to a territory that has to deposit, 0 on the last; null when it has nothing to do or no time left.</summary>
    /// <param name="now">The instant.</param>
    public int? DaysLeft(DateTimeOffset now) =>
        State is ReturnState.Deposited or ReturnState.Validated ? null : Deadline.DaysLeft(now);

    /// <summary>Days begun between the deadline and the first deposit, or now when there is none; null when it is not late.</summary>
    /// <param name="now">The instant.</param>
    public int? DaysLate(DateTimeOffset now) => Deadline.DaysLate(FirstDepositAt ?? now);

    private IEnumerable<ReturnEvent> Deposits =>
        Life.Events.Where(entry => entry is { State: ReturnState.Deposited, RecountOf: null });
}
