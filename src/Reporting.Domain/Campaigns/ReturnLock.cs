using Reporting.Domain.Contracts;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Campaigns;

/// <summary>What keeps something from being done to a return.</summary>
/// <param name="Since">Since when it holds, where that is one instant.</param>
/// <param name="Until">When it will lift by itself, if it will.</param>
public abstract record ReturnLock(DateTimeOffset? Since, DateTimeOffset? Until)
{
    /// <summary>The calendar; the DGCS lifts it by a late exception, or a reviewer by sending the return back.</summary>
    /// <param name="Campaign">The campaign.</param>
    /// <param name="State">Upcoming or closed.</param>
    /// <param name="Since">End of the last time in which the return was open.</param>
    /// <param name="Until">Opening of an upcoming campaign.</param>
    public sealed record Calendar(Campaign Campaign, CampaignState State, DateTimeOffset? Since, DateTimeOffset? Until)
        : ReturnLock(Since, Until);

    /// <summary>The territory owes no return for the year; the DGCS alone changes the registry.</summary>
    /// <param name="FirstYear">First campaign year of which it owes a return.</param>
    /// <param name="LastYear">Last such year, or null.</param>
    public sealed record NotSignatory(int FirstYear, int? LastYear) : ReturnLock(null, null);

    /// <summary>No contract is recorded, so that nothing tells whether the return is complete; the DGCS records contracts.</summary>
    public sealed record ContractMissing() : ReturnLock(null, null);

    /// <summary>The contract does not cover the year; the DGCS records contracts.</summary>
    /// <param name="Years">The years that it covers.</param>
    public sealed record ContractNotInForce(ContractYears Years) : ReturnLock(null, null);

    /// <summary>The version is in a state that does not allow it.</summary>
    /// <param name="Version">The version, or null when nothing was ever posted.</param>
    /// <param name="State">Its state, or null when nothing was ever posted.</param>
    /// <param name="Since">Since when it is in that state.</param>
    public sealed record WrongState(int? Version, ReturnState? State, DateTimeOffset? Since) : ReturnLock(Since, null);
}
