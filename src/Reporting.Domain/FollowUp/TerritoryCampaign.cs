using Reporting.Domain.Campaigns;
using Reporting.Domain.Returns;

namespace Reporting.Domain.FollowUp;

/// <summary>What the dates and reminders of one territory's campaign are made from.</summary>
/// <param name="Territory">SIREN of the territory.</param>
/// <param name="Campaign">The campaign.</param>
/// <param name="Exceptions">The late exceptions given to the territory for it.</param>
/// <param name="History">Everything that happened to its return, in order.</param>
public sealed record TerritoryCampaign(
    string Territory, Campaign Campaign, IReadOnlyList<LateException> Exceptions, IReadOnlyList<ReturnStep> History)
{
    /// <summary>Whether the territory still had to deposit at an instant: nothing deposited, or the last deposit sent back.</summary>
    /// <param name="instant">The instant; what happens at it is known.</param>
    public bool HasToDeposit(DateTimeOffset instant)
    {
        var known = History.TakeWhile(step => step.At <= instant).ToList();
        return known.LastOrDefault(step => step.State is ReturnState.Deposited) is not { } deposit
            || known.Last(step => step.Version == deposit.Version).State is ReturnState.SentBack;
    }
}
