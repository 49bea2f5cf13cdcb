namespace Reporting.Domain.Tests.Participations;

/// <summary>DRO-4 sums posts, which have no key.</summary>
public sealed class PostTests
{
    [Fact]
    public void A_record_repeated_whole_is_in_the_sum_and_warned_of_at_each_repeat()
    {
        const string Post = "3.1,DRO-4,p,,,,,,2024-05-01,,,,,,,,,0.25,\n";
        var count = Counting.Count(Counting.Header + Post + "3.1,DRO-4,p,,,,,,2024-05-02,,,,,,,,,0.25,\n" + Post + Post);

        Assert.Equal("DRO-4=1", count.Told());
        Assert.Equal("RepeatedPost 4 , RepeatedPost 5 ", count.Warnings());
        Assert.Equal(1, Assert.Single(Assert.Single(count.Return.Lines).Contributions!).Headcount);
    }

    [Fact]
    public void Of_many_repeats_the_first_hundred_are_listed_and_the_others_counted()
    {
        var count = Counting.Count(Counting.Header + string.Concat(Enumerable.Repeat("3.1,DRO-4,p,,,,,,2024-05-01,,,,,,,,,1,\n", 151)));

        Assert.Equal(101, count.Receipt.Warnings.Count);
        Assert.StartsWith("50 autres", count.Receipt.Warnings[^1].Message, StringComparison.Ordinal);
        Assert.Equal("DRO-4=151", count.Told());
    }

    [Fact]
    public void Sums_are_exact()
    {
        var count = Counting.Count(Counting.Header + string.Concat(Enumerable.Range(0, 1_000).Select(post => $"3.1,DRO-4,p{post},,,,,,2024-05-01,,,,,,,,,0.10,\n")));

        Assert.Equal(100m, count.Indicators[0].Figure);
    }

    [Fact]
    public void Each_outcome_sums_its_posts_by_action() => Assert.Equal(
        "3.2 effectif 1.75 horsPeriode 0.5 horsPublic 1, 3.10 effectif 0.25",
        string.Join(", ", Counting.Count(Counting.Header
            + "3.10,DRO-4,p,,,,,,2024-05-01,,,,,,,,,0.25,\n"
            + "3.2,DRO-4,p,,,,,,2024-05-01,,,,,,,,,0.25,\n"
            + "3.2,DRO-4,p,,,,,,2023-05-01,,,,,,,,,0.50,\n"
            + "3.2,DRO-4,p,,,,,,2024-05-01,,,,,aucun,,,,1,\n").Return.Lines[0].Contributions!.Select(part =>
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{part.Action} effectif {part.Headcount:0.##}")
                + (part.OutOfPeriod is { } period ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" horsPeriode {period:0.##}") : "")
                + (part.OutOfPublic is { } others ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" horsPublic {others:0.##}") : ""))));
}
