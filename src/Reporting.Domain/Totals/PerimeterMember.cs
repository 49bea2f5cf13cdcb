using Reporting.Domain.Territories;

namespace Reporting.Domain.Totals;

/// <summary>A territory of a comparison, with those that merged into it.</summary>
/// <param name="Territory">The territory, or the successor of those merged.</param>
/// <param name="Parts">The territories whose figures it stands for, itself included where it is one.</param>
/// <param name="Absence">Why it is not in the constant perimeter; null when it is.</param>
public sealed record PerimeterMember(Territory Territory, IReadOnlyList<Territory> Parts, PerimeterAbsence? Absence);

/// <summary>Why a territory is not in the constant perimeter.</summary>
/// <param name="Year">The first year in which it is missing.</param>
/// <param name="IsSignatory">True when it owed a return and none is in force; false when it owed none.</param>
public sealed record PerimeterAbsence(int Year, bool IsSignatory);
