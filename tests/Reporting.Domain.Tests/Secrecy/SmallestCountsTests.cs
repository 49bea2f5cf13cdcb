using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Domain.Secrecy;

namespace Reporting.Domain.Tests.Secrecy;

public sealed class SmallestCountsTests
{
    [Fact]
    public void A_declared_figure_gives_itself_away_and_nothing_else() =>
        Assert.Equal(new(40, 40, 40, 40), Of(Line(Indicators.Dro6, 40)));

    [Fact]
    public void Nobody_is_nobody_to_protect() =>
        Assert.Equal(new(null, null, null, null), Of(Line(Indicators.Dro6, 0)));

    [Fact]
    public void Posts_are_not_people() =>
        Assert.Equal(new(null, null, null, null), Of(Line(Indicators.Dro4, 1.5m)));

    [Fact]
    public void Bounds_give_away_how_far_apart_they_are()
    {
        // 50 and 3 people of whom it is not known who is counted twice.
        var counts = Of(Line(Indicators.Dro6, 53) with { LowerBound = 50 });

        Assert.Equal((53m, 3m), (counts.InValue, counts.InLowerBound));
    }

    [Theory]
    [InlineData(-4)]
    [InlineData(4)]
    public void A_change_of_method_gives_its_effect_away(int effect)
    {
        var counts = Of(Line(Indicators.Dro6, 40) with { MethodChange = new("", effect) });

        Assert.Equal((40m, 4m), (counts.InValue, counts.InComparableValue));
    }

    [Fact]
    public void The_contributions_give_away_what_they_exclude_what_they_share_and_what_they_lack()
    {
        CountedLine Joined(decimal headcount, decimal retained, decimal duplicates) => Line(Indicators.Dro6, 60 + retained - duplicates) with
        {
            Contributions =
            [
                new(1, new() { Action = "3.1", Headcount = 60 }, 60),
                new(2, new() { Action = "3.2", Headcount = headcount, Duplicates = duplicates }, retained),
            ],
        };

        Assert.Equal(20, Of(Joined(70, 50, 30)).InDetail);
        // Three people of 53 excluded; three counted before; three not counted before; all but three of the 60 there again.
        Assert.Equal(3, Of(Joined(53, 50, 30)).InDetail);
        Assert.Equal(3, Of(Joined(70, 50, 3)).InDetail);
        Assert.Equal(3, Of(Joined(70, 50, 47)).InDetail);
        Assert.Equal(3, Of(Joined(90, 80, 57)).InDetail);
    }

    [Fact]
    public void An_explanation_gives_its_effects_away() =>
        Assert.Equal(2, Of(Line(Indicators.Emp1, 40) with { Explanation = [new("EMP1-MOBILITE", "", null, -2, "")] }).InDetail);

    [Fact]
    public void Part_of_the_job_seekers_gives_the_others_away()
    {
        var counts = SmallestCounts.Of([Line(Indicators.Emp1, 60), Line(Indicators.Emp3A, 57), Line(Indicators.Emp3B, 60)]);

        Assert.Equal([60m, 3m, 60m], counts.Select(line => line.InValue!.Value));
    }

    [Theory]
    // 100 and 97 by last year's methods; 120 and 117 by this year's; a part of 4, withheld, of which nothing may be told.
    [InlineData(120, 20, 107, 10, 3, 10)]
    [InlineData(120, 20, 97, 0, 3, 97)]
    [InlineData(120, 0, 107, -10, 120, 3)]
    [InlineData(120, 20, 4, 0, 4, 4)]
    public void By_the_method_before_a_part_of_the_job_seekers_gives_the_others_away_too(
        int all, int effect, int part, int partEffect, int inAll, int inPart)
    {
        var counts = SmallestCounts.Of(
        [
            Line(Indicators.Emp1, all) with { MethodChange = new("", effect) },
            Line(Indicators.Emp3B, part) with { MethodChange = new("", partEffect) },
        ]);

        Assert.Equal((inAll, inPart), (counts[0].InComparableValue, counts[1].InComparableValue));
    }

    [Fact]
    public void Whoever_is_in_the_first_contributions_and_not_in_the_next_is_given_away()
    {
        // Of the first hundred, 97 are among the next two hundred.
        var counts = Of(Line(Indicators.Dro6, 703) with
        {
            Contributions =
            [
                new(1, new() { Action = "3.1", Headcount = 100 }, 100),
                new(2, new() { Action = "3.2", Headcount = 200, Duplicates = 97 }, 200),
                new(3, new() { Action = "3.3", Headcount = 500, Duplicates = 0 }, 500),
            ],
        });

        Assert.Equal((703m, 3m), (counts.InValue, counts.InDetail));
    }

    [Fact]
    public void Job_seekers_of_TES_2_give_the_others_away_where_EMP_1_is_made_of_them()
    {
        // 17 of 20 people advised on mobility look for a job, and nobody else is in EMP-1.
        var derived = Line(Indicators.Emp1, 17) with { Explanation = [new("EMP1-MOBILITE", "", null, 17, "")] };

        Assert.Equal([17m, 3m], SmallestCounts.Of([derived, Line(Indicators.Tes2, 20)]).Select(line => line.InValue!.Value));
    }

    [Fact]
    public void Job_seekers_of_TES_2_give_the_others_away_where_they_are_all_that_parts_the_bounds_of_EMP_1()
    {
        var unsplit = Line(Indicators.Emp1, 117) with { LowerBound = 100 };

        Assert.Equal([117m, 3m], SmallestCounts.Of([unsplit, Line(Indicators.Tes2, 20)]).Select(line => line.InValue!.Value));
    }

    [Fact]
    public void Job_seekers_of_TES_2_who_are_in_EMP_1_already_are_given_away_by_what_is_added_of_them()
    {
        // 40 and 30 people are advised on mobility, 30 of whom look for a job, and 27 of these are added to EMP-1.
        var employment = Line(Indicators.Emp1, 127) with { Explanation = [new("EMP1-MOBILITE", "", null, 27, "")] };
        var mobility = Line(Indicators.Tes2, 70) with
        {
            Contributions = [
                new(1, new() { Action = "2.1", Headcount = 30, FundingAxis = "emploi" }, 30),
                new(2, new() { Action = "4.1", Headcount = 40, FundingAxis = "transition" }, 40),
            ],
        };

        var counts = SmallestCounts.Of([employment, mobility])[0];

        Assert.Equal((127m, 3m), (counts.InValue, counts.InDetail));
    }

    [Theory]
    [InlineData(17, 20, 23)]
    [InlineData(4, 6, 6)]
    [InlineData(5, 8, 12)]
    public void A_withheld_TES_2_is_bracketed_by_what_a_reader_may_know_of_its_job_seekers(int jobSeekers, int mobility, int most)
    {
        var lines = new[]
        {
            Line(Indicators.Emp1, jobSeekers) with { Explanation = [new("EMP1-MOBILITE", "", null, jobSeekers, "")] },
            Line(Indicators.Tes2, mobility),
        };

        var published = Publication.Of(
            [.. lines.Zip(SmallestCounts.Of(lines), (line, counts) => (World.Figure("A", line), counts))], Audience.Readers());

        Assert.Null(published[1].Value);
        Assert.Equal((0m, most), (published[1].Minimum, published[1].Maximum));
    }

    internal static CountedLine Line(Indicator indicator, decimal value) =>
        new() { Indicator = indicator, Gross = value, Value = value, LowerBound = value };

    private static SmallestCounts Of(CountedLine line) => SmallestCounts.Of([line])[0];
}
