namespace Reporting.Domain.Catalogue;

/// <summary>The twelve months that a figure of campaign N covers (Annexe 6, introduction and TES-3).</summary>
public enum CountingPeriod
{
    /// <summary>1 January N to 31 December N.</summary>
    CalendarYear,

    /// <summary>The school year that starts in September N.</summary>
    SchoolYear,
}
