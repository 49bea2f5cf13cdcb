using CsCheck;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Domain.Secrecy;

namespace Reporting.Domain.Tests.Secrecy;

/// <summary>
/// An attacker with all the time in the world: for each withheld count, every value with which everything published
/// would be the same to the letter. What is left to choose from must be as wide as the threshold.
/// </summary>
public sealed class UncertaintyProperties
{
    private const int Lowest = -16;
    private const int Highest = 62;

    private static readonly Gen<CountedLine> Line =
        from value in Gen.OneOf(Gen.Int[0, 14], Gen.Int[20, 45])
        from below in Gen.OneOf(Gen.Const(0), Gen.Int[0, 14])
        from effect in Gen.OneOf(Gen.Const(0), Gen.Int[-14, 14])
        from target in Gen.OneOf(Gen.Const(0), Gen.Int[1, 40])
        select SmallestCountsTests.Line(Indicators.Dro6, value) with
        {
            LowerBound = Math.Max(0, value - below),
            MethodChange = effect == 0 ? null : new("", effect),
            Target = target == 0 ? null : target,
        };

    private static readonly Gen<World> Worlds = Gen.Select(Gen.Int[0, 9], Line.Array[18]).Select((missing, lines) =>
    {
        Indicator[] indicators = [Indicators.Emp1, Indicators.Emp3A, Indicators.Dro6];
        var places = from year in new[] { World.FirstYear, World.LastYear }
                     from territory in World.Territories
                     from indicator in indicators
                     select new Place(year, territory, indicator);
        var world = new World(places.Zip(lines).Where((_, index) => index % 10 != missing)
            .ToDictionary(pair => pair.First, pair => pair.Second with { Indicator = pair.First.Indicator }));
        // What is part of EMP-1 cannot exceed it.
        return world.Lines.Keys.Where(place => place.Indicator.IsPartOfEmp1).Aggregate(world, (joined, place) =>
            joined.With(place, AtMost(joined.Lines[place], joined.Lines.GetValueOrDefault(JobSeekers(place))?.Value ?? 0)));
    });

    [Theory]
    [InlineData(5)]
    [InlineData(11)]
    public void A_withheld_count_may_be_any_of_as_many_as_the_threshold(int threshold)
    {
        var audience = Audience.Readers(threshold);
        var withheld = 0;
        var narrowest = decimal.MaxValue;
        Worlds.Sample(world =>
        {
            foreach (var (_, widths) in Widths(world, audience, audience))
            {
                Interlocked.Increment(ref withheld);
                Assert.True(widths >= threshold);
                narrowest = Math.Min(narrowest, widths);
            }
        }, iter: 20);

        Assert.True(withheld > 100, $"{withheld} counts were withheld.");
        Assert.Equal(threshold, narrowest);
    }

    [Fact]
    public void With_exact_totals_beside_it_a_withheld_count_is_known()
    {
        var world = new World(new Dictionary<Place, CountedLine>
        {
            [new(2024, "A", Indicators.Dro6)] = SmallestCountsTests.Line(Indicators.Dro6, 40),
            [new(2024, "C", Indicators.Dro6)] = SmallestCountsTests.Line(Indicators.Dro6, 3),
        });

        Assert.Equal(0, Assert.Single(Widths(world, Audience.Readers(), Audience.Everything)).Width);
        Assert.Equal(5, Assert.Single(Widths(world, Audience.Readers(), Audience.Readers())).Width);
    }

    /// <summary>How wide is what every withheld figure, bound and comparable figure may be.</summary>
    private static IEnumerable<(Place Place, decimal Width)> Widths(World world, Audience cells, Audience totals)
    {
        var published = world.Published(cells, totals);
        foreach (var (place, line) in world.Lines)
        {
            var figure = world.Figures(place.Year, cells).Single(f => (f.Territory, f.Indicator) == (place.Territory, place.Indicator));
            var candidates = Enumerable.Range(Lowest, Highest - Lowest).Select(count => (decimal)count);
            if (figure.Value is null)
            {
                yield return (place, Width(candidates.Where(value => value >= 0), value => Imagined(world, place, value)));
                continue;
            }

            if (figure.LowerBound is null)
            {
                yield return (place, Width(
                    candidates.Where(bound => bound >= 0 && bound <= line.Value),
                    bound => world.With(place, line with { LowerBound = bound })));
            }

            if (figure.ComparableValue is null)
            {
                yield return (place, Width(
                    candidates.Where(comparable => comparable != line.Value),
                    comparable => world.With(place, line with { MethodChange = new("", line.Value - comparable) })));
            }
        }

        decimal Width(IEnumerable<decimal> candidates, Func<decimal, World> imagine)
        {
            var possible = candidates.Where(candidate => imagine(candidate).Published(cells, totals).SequenceEqual(published)).ToList();
            return possible.Max() - possible.Min();
        }
    }

    /// <summary>The world in which one figure is another, and in which part of EMP-1 is still part of it.</summary>
    private static World Imagined(World world, Place place, decimal value)
    {
        var other = world.With(place, With(world.Lines[place], value));
        if (place.Indicator == Indicators.Emp1)
        {
            return other.Lines.Keys.Where(part => part.Indicator.IsPartOfEmp1 && JobSeekers(part) == place)
                .Aggregate(other, (joined, part) => joined.With(part, AtMost(joined.Lines[part], value)));
        }

        var whole = JobSeekers(place);
        return place.Indicator.IsPartOfEmp1 && other.Lines.GetValueOrDefault(whole) is { } all && all.Value < value
            ? other.With(whole, With(all, value))
            : other;
    }

    private static Place JobSeekers(Place place) => place with { Indicator = Indicators.Emp1 };

    private static CountedLine With(CountedLine line, decimal value) => line with { Value = value, LowerBound = value };

    private static CountedLine AtMost(CountedLine line, decimal most) => line.Value <= most ? line : With(line, most);
}
