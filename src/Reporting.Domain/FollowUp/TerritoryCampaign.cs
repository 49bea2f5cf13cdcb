using Reporting.Domain.Campaigns;
using Reporting.Domain.Returns;

namespace Reporting.Domain.FollowUp;

/// <summary>What the dates and reminders of one territory's campaign are made from.</summary>
/// <param name="Campaign">The campaign, as its dates stand.</param>
/// <param name="Exceptions">The late exceptions given to the territory for it.</param>
/// <param name="Life">Everything that happened to its return.</param>
public sealed record TerritoryCampaign(Campaign Campaign, IReadOnlyList<LateException> Exceptions, ReturnLife Life)
{
    /// <summary>How often the campaign's dates were moved.</summary>
    public int Moves { get; init; }

    /// <summary>When they were last moved; null when they never were.</summary>
    public DateTimeOffset? MovedAt { get; init; }

    /// <summary>Whether the territory still had to deposit at an instant: no version counted or waited for its review.</summary>
    /// <param name="instant">The instant; what happens at it is known.</param>
    public bool HasToDeposit(DateTimeOffset instant) => Life.AsOf(instant).InForce is null;
}
