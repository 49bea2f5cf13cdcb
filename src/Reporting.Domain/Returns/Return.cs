namespace Reporting.Domain.Returns;

/// <summary>What a territory posts for one campaign: the table of Annexe 9 for one year.</summary>
/// <param name="Year">Campaign year N, the year that the figures describe.</param>
/// <param name="Lines">One line an indicator, in posted order.</param>
public sealed record Return(int Year, IReadOnlyList<ReturnLine> Lines);
