using Reporting.Domain.Catalogue;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Emission;

/// <summary>The parts of EMP-1 that are derived from the categories of its records.</summary>
internal static class EmploymentPublics
{
    public static IReadOnlyList<(Indicator Indicator, RecordCategories Category)> All { get; } =
    [
        (Indicators.Emp3A, RecordCategories.GreatPrecarity),
        (Indicators.Emp3B, RecordCategories.LoneParent),
        (Indicators.Emp3C, RecordCategories.LeavingPrison),
    ];
}
