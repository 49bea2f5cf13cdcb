using Reporting.Domain.Catalogue;

namespace Reporting.Domain.Contracts;

/// <summary>What a territory and the State signed: actions, the national indicators they carry, and trajectories.</summary>
/// <param name="Actions">The fiches actions, in posted order.</param>
/// <param name="Trajectories">One trajectory for each national indicator attached to an action.</param>
public sealed record Contract(IReadOnlyList<ContractAction> Actions, IReadOnlyList<Trajectory> Trajectories)
{
    /// <summary>The first year of the contracts of the Pacte des solidarités (Annexe 8, article 4).</summary>
    public const int FirstYear = 2024;

    /// <summary>The last year of the contracts.</summary>
    public const int LastYear = 2027;

    /// <summary>The years that it covers: those of the Pacte, unless the territory joined later or leaves earlier.</summary>
    public ContractYears Years { get; init; } = ContractYears.Pacte;

    /// <summary>The national indicators that the contract's actions carry, in catalogue order.</summary>
    public IEnumerable<Indicator> Indicators =>
        Actions.SelectMany(action => action.Indicators).Distinct().OrderBy(indicator => indicator.Position);
}
