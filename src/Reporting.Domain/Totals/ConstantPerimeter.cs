using Reporting.Domain.Catalogue;
using Reporting.Domain.Territories;

namespace Reporting.Domain.Totals;

/// <summary>
/// The territories whose figures can be compared over several years: those that owed a return and had one in force in
/// every year. A territory merged before the last year is joined into its successor, its own figures staying its own.
/// </summary>
public sealed class ConstantPerimeter
{
    private readonly IReadOnlyDictionary<string, PerimeterMember> _memberOf;

    /// <summary>Sorts the territories of the registry.</summary>
    /// <param name="years">The years compared.</param>
    /// <param name="registry">Every territory that ever signed.</param>
    /// <param name="returns">The territories with a return in force, by year.</param>
    public ConstantPerimeter(IReadOnlyList<int> years, IReadOnlyList<Territory> registry, ILookup<int, string> returns)
    {
        Years = years;
        var bySiren = registry.ToDictionary(territory => territory.Siren);
        var present = years.ToDictionary(year => year, year => returns[year].ToHashSet());
        All =
        [
            .. from territory in registry
               group territory by Successor(territory).Siren into joined
               let parts = joined.OrderBy(part => part.Siren, StringComparer.Ordinal).ToList()
               where parts.Exists(part => years.Any(part.IsSignatory))
               orderby joined.Key
               select new PerimeterMember(bySiren[joined.Key], parts, Absence(parts)),
        ];
        _memberOf = All.SelectMany(member => member.Parts.Select(part => (part.Siren, member)))
            .ToDictionary(pair => pair.Siren, pair => pair.member);

        Territory Successor(Territory territory)
        {
            var seen = new HashSet<string>();
            while (seen.Add(territory.Siren)
                && territory is { MergedInto: { } into, SignatoryUntil: { } last } && last < years.Max()
                && bySiren.TryGetValue(into, out var next))
            {
                territory = next;
            }

            return territory;
        }

        PerimeterAbsence? Absence(List<Territory> parts)
        {
            foreach (var year in years)
            {
                var owing = parts.FindAll(part => part.IsSignatory(year));
                if (owing is [])
                {
                    return new(year, IsSignatory: false);
                }

                if (owing.Exists(part => !present[year].Contains(part.Siren)))
                {
                    return new(year, IsSignatory: true);
                }
            }

            return null;
        }
    }

    /// <summary>The years compared.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Every territory that owed a return in any of the years, joined, whether in the perimeter or not, by SIREN.</summary>
    public IReadOnlyList<PerimeterMember> All { get; }

    /// <summary>
    /// The members that an indicator can be compared for: in the perimeter, with a figure of it in every year.
    /// </summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="figures">The figures in force, by year.</param>
    public IReadOnlyList<PerimeterMember> Comparable(Indicator indicator, ILookup<int, Figure> figures)
    {
        var counting = Years.Select(year => figures[year]
            .Where(figure => figure.Indicator == indicator)
            .Select(figure => _memberOf.GetValueOrDefault(figure.Territory))
            .ToHashSet());
        return [.. All.Where(member => member.Absence is null && counting.All(members => members.Contains(member)))];
    }
}
