using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Domain.Secrecy;
using Reporting.Domain.Territories;
using Reporting.Domain.Totals;

namespace Reporting.Domain.Tests.Secrecy;

/// <summary>One line of one return: which, and what is counted there.</summary>
internal sealed record Place(int Year, string Territory, Indicator Indicator);

/// <summary>Everything counted over a few territories and two years, and everything that is published of it.</summary>
internal sealed record World(IReadOnlyDictionary<Place, CountedLine> Lines)
{
    public const int FirstYear = 2024;
    public const int LastYear = 2025;

    // B lies in A; C is a region by itself.
    public static readonly IReadOnlyList<string> Territories = ["A", "B", "C"];

    private static readonly TotalCalculator Calculator = new([new TerritoryOverlap("B", "A")]);

    private static readonly IReadOnlyList<IReadOnlyList<string>> Perimeters = [["A", "B", "C"], ["A", "B"], ["C"], ["A"], ["B"]];

    public World With(Place place, CountedLine line) => new(new Dictionary<Place, CountedLine>(Lines) { [place] = line });

    /// <summary>The figures as an audience may know them.</summary>
    public IReadOnlyList<Figure> Figures(int year, Audience audience) => Publication.Of(
        [
            .. from territory in Territories
               let places = Lines.Keys.Where(place => place.Year == year && place.Territory == territory)
                   .OrderBy(place => place.Indicator.Position).ToList()
               let counts = SmallestCounts.Of([.. places.Select(place => Lines[place])])
               from index in Enumerable.Range(0, places.Count)
               select (Figure(territory, Lines[places[index]]), counts[index]),
        ],
        audience);

    /// <summary>All that an audience is told: figures, totals of every perimeter, changes from year to year.</summary>
    /// <param name="cells">The audience that reads the figures.</param>
    /// <param name="totals">The audience that reads the totals: the same, but for who tries what happens otherwise.</param>
    public IReadOnlyList<object> Published(Audience cells, Audience totals)
    {
        var told = new List<object>();
        foreach (var year in new[] { FirstYear, LastYear })
        {
            told.AddRange(Figures(year, cells).Select(figure =>
                (figure.Territory, figure.Indicator, figure.Value, figure.LowerBound, figure.ComparableValue, figure.Rate)).Cast<object>());
            var now = Figures(year, totals);
            var before = Figures(year - 1, totals);
            told.AddRange(
                from perimeter in Perimeters
                from indicator in Lines.Keys.Select(place => place.Indicator).Distinct()
                select Calculator.Of(indicator, Of(now, indicator, perimeter), Of(before, indicator, perimeter), perimeter.Count));
        }

        return told;
    }

    private static List<Figure> Of(IEnumerable<Figure> figures, Indicator indicator, IReadOnlyList<string> perimeter) =>
        [.. figures.Where(figure => figure.Indicator == indicator && perimeter.Contains(figure.Territory))];

    internal static Figure Figure(string territory, CountedLine line) => new(
        territory, line.Indicator, ReturnState.Deposited, line.Target, line.Value, line.LowerBound, line.ComparableValue,
        line.Estimated, line.MethodChange is not null, Fictitious: false);
}
