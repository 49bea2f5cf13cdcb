using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Domain.Territories;
using Reporting.Domain.Totals;

namespace Reporting.Domain.Tests.Totals;

public sealed class ConstantPerimeterTests
{
    private static readonly Territory Stays = Of("A");
    private static readonly Territory Joins = Of("B", since: 2025);
    private static readonly Territory Merges = Of("C", until: 2024, into: "D");
    private static readonly Territory Receives = Of("D");
    private static readonly Territory Silent = Of("E");

    [Fact]
    public void Only_territories_with_a_return_in_every_year_are_in_it_and_the_others_say_why()
    {
        var perimeter = Perimeter([Stays, Joins, Silent], "A B E", "A B");
        Assert.Equal(
            [("A", null), ("B", new(2024, false)), ("E", new(2025, true))],
            perimeter.All.Select(member => (member.Territory.Siren, member.Absence)));
    }

    [Fact]
    public void A_merged_territory_is_joined_into_its_successor()
    {
        var perimeter = Perimeter([Merges, Receives], "C D", "D");
        var member = Assert.Single(perimeter.All);
        Assert.Null(member.Absence);
        Assert.Equal("D", member.Territory.Siren);
        Assert.Equal(["C", "D"], member.Parts.Select(part => part.Siren));
    }

    [Fact]
    public void Both_must_have_reported_while_both_existed() =>
        Assert.Equal(new(2024, true), Assert.Single(Perimeter([Merges, Receives], "D", "D").All).Absence);

    [Fact]
    public void Two_that_merge_only_after_the_years_compared_stand_by_themselves()
    {
        var later = Of("C", until: 2025, into: "D");
        Assert.Equal(["C", "D"], Perimeter([later, Receives], "C D", "C D").All.Select(member => member.Territory.Siren));
    }

    [Fact]
    public void A_chain_of_mergers_ends_in_the_last_successor_and_a_circle_ends()
    {
        Territory[] chain = [Of("A", until: 2023, into: "B"), Of("B", until: 2024, into: "C"), Of("C")];
        Assert.Equal("C", Assert.Single(Perimeter(chain, "B C", "C").All).Territory.Siren);
        Territory[] circle = [Of("A", until: 2024, into: "B"), Of("B", until: 2024, into: "A")];
        Assert.NotEmpty(Perimeter(circle, "A B", "").All);
    }

    [Fact]
    public void An_indicator_is_compared_over_those_that_count_it_every_year()
    {
        var perimeter = Perimeter([Stays, Merges, Receives, Silent], "A C D E", "A D E");
        var figures = new[]
        {
            (2024, Figure("A")), (2025, Figure("A")),
            (2024, Figure("C")), (2025, Figure("D")),
            (2024, Figure("E")),
        }.ToLookup(pair => pair.Item1, pair => pair.Item2);
        Assert.Equal(["A", "D"], perimeter.Comparable(Indicators.Enf1, figures).Select(member => member.Territory.Siren));
        Assert.Empty(perimeter.Comparable(Indicators.Dro5, figures));
    }

    private static ConstantPerimeter Perimeter(Territory[] registry, string in2024, string in2025) => new(
        [2024, 2025], registry,
        new[] { (2024, in2024), (2025, in2025) }
            .SelectMany(year => year.Item2.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(siren => (year.Item1, siren)))
            .ToLookup(pair => pair.Item1, pair => pair.siren));

    private static Territory Of(string siren, int since = 2024, int? until = null, string? into = null) =>
        new(siren, null, siren, "METRO", "35", "53", 1, since, until, into);

    private static Figure Figure(string territory) =>
        new(territory, Indicators.Enf1, ReturnState.Deposited, null, 1, 1, 1, false, false, false);
}
