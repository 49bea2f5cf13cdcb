namespace Reporting.Domain.Catalogue;

/// <summary>The codes under which periods are stored and shown.</summary>
public static class CountingPeriodCodes
{
    /// <summary>The code of a period.</summary>
    /// <param name="period">The period.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is not one of the enumeration.</exception>
    public static string ToCode(this CountingPeriod period) => period switch
    {
        CountingPeriod.CalendarYear => "annee-civile",
        CountingPeriod.SchoolYear => "annee-scolaire",
        _ => throw new ArgumentOutOfRangeException(nameof(period), period, null),
    };
}
