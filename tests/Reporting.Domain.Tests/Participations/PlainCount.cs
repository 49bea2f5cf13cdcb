using Reporting.Domain.Returns;

namespace Reporting.Domain.Tests.Participations;

/// <summary>What the plain counter found.</summary>
/// <param name="National">The figure of each indicator that has a line, by code.</param>
/// <param name="Lines">The emitted lines, in catalogue order.</param>
/// <param name="Keys">Distinct keys (DRO-4: posts) under the furthest outcome that they reached, by indicator.</param>
internal sealed record PlainCount(
    IReadOnlyDictionary<string, decimal> National,
    IReadOnlyList<ReturnLine> Lines,
    IReadOnlyDictionary<string, IReadOnlyDictionary<PlainOutcome, decimal>> Keys);

/// <summary>A record after the checks.</summary>
internal sealed record PlainChecked(PlainRecord Record, PlainOutcome Outcome)
{
    public bool IsRetained => Outcome == PlainOutcome.Retained;

    public bool IsJobSeekerOfTes2 => Record is { Indicator.Code: "TES-2", FundingAxis: "emploi" };
}
