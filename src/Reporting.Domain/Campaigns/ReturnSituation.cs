using Reporting.Domain.Contracts;
using Reporting.Domain.Returns;
using Reporting.Domain.Territories;

namespace Reporting.Domain.Campaigns;

/// <summary>Everything that decides whether a return can be written.</summary>
/// <param name="Territory">Its territory.</param>
/// <param name="Campaign">Its campaign.</param>
/// <param name="Exceptions">The late exceptions given to the territory for that campaign.</param>
/// <param name="Contract">The years of the territory's contract, or null when none is recorded.</param>
/// <param name="Life">What has happened to the return.</param>
public sealed record ReturnSituation(
    Territory Territory, Campaign Campaign, IReadOnlyList<LateException> Exceptions, ContractYears? Contract,
    ReturnLife Life)
{
    /// <summary>Campaign year.</summary>
    public int Year => Campaign.Year;

    /// <summary>Every span of time in which the owner may write: the campaign, exceptions, and the answer to a review.</summary>
    public IEnumerable<OpenWindow> Windows =>
    [
        new(WindowKind.Campaign, Campaign.OpensAt, Campaign.ClosesAt),
        .. Exceptions.Select(exception => exception.Window),
        .. Life.Answer is { } answer ? [answer] : Array.Empty<OpenWindow>(),
    ];
}
