using Reporting.Domain.Catalogue;

namespace Reporting.Domain.Contracts;

/// <summary>Where an indicator starts and where it should be each year (Annexe 5, III.b).</summary>
/// <param name="Indicator">The national indicator.</param>
/// <param name="Baseline">T0, the situation on 31 December 2023, in units of the indicator; null when unknown.</param>
/// <param name="Targets">The target of each year of the contract, in units of the indicator.</param>
public sealed record Trajectory(Indicator Indicator, decimal? Baseline, IReadOnlyDictionary<int, decimal> Targets);
