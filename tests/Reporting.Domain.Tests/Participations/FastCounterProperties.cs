using CsCheck;
using Reporting.Domain.Counting;
using Reporting.Domain.Returns;
using Reporting.Domain.Tests.Generation;

namespace Reporting.Domain.Tests.Participations;

/// <summary>The counter held to the plain one, on generated files written in every way that is accepted.</summary>
public sealed class FastCounterProperties
{
    [Fact]
    public void Figures_lines_outcomes_and_rejections_are_those_of_the_plain_counter() => ForAny(files: 1_000, most: 80, (year, rows, dice) =>
    {
        var file = WrittenRecords.Write("a", Spoiler.Spoil(rows, dice, dice.Pick(0, 3, 20)), dice);
        CountSentences.AssertSame(CountSentences.Plainly(year, file), CountSentences.Fast(year, 1 + dice.Below(3), file));
    });

    [Fact]
    public void Permuted_split_and_written_otherwise_the_records_give_the_same() => ForAny(files: 1_000, most: 40, (year, rows, dice) =>
    {
        var permuted = dice.Shuffle(Spoiler.Spoil(rows, dice, dice.Pick(0, 10)));
        var files = Split(permuted, dice);

        CountSentences.AssertSame(CountSentences.Plainly(year, files), CountSentences.Fast(year, 1 + dice.Below(3), files));
    });

    [Fact]
    public void Files_longer_than_what_a_thread_takes_at_a_time_give_the_same_wherever_they_are_cut() => Files(30, (seed, year) =>
    {
        var dice = new Dice(seed);
        var rows = Enumerable.Range(0, 150).SelectMany(block => GeneratedParticipations.Rows(seed + (ulong)block, year, most: 80)).ToList();
        var file = WrittenRecords.Write("a", Spoiler.Spoil(rows, dice, percent: 1), dice);

        CountSentences.AssertSame(CountSentences.Plainly(year, file), CountSentences.Fast(year, 1 + dice.Below(4), file));
    });

    [Fact]
    public void Two_halves_counted_together_make_the_whole_whatever_the_threads() => ForAny(files: 200, most: 300, (year, rows, dice) =>
    {
        var whole = CountSentences.Fast(year, 1, WrittenRecords.Write("a", rows, dice));
        var middle = dice.Below(rows.Count + 1);
        var halves = new[] { rows[..middle], rows[middle..] }.Where(half => half.Count > 0)
            .Select((half, index) => WrittenRecords.Write($"{index}", half, dice)).ToArray();

        CountSentences.AssertSame(whole, CountSentences.Fast(year, 1 + dice.Below(4), halves));
    });

    [Fact]
    public void A_repeated_line_changes_no_figure_but_the_sum_of_posts() => ForAny(files: 400, most: 40, (year, rows, dice) =>
    {
        var repeatable = rows.Where(row => row["indicateur"] != "DRO-4").ToList();
        var more = dice.Shuffle(rows.Concat(repeatable.Take(3)));

        var (once, again) = (CountSentences.Fast(year, 2, WrittenRecords.Write("a", rows, dice)), CountSentences.Fast(year, 2, WrittenRecords.Write("a", more, dice)));

        CountSentences.AssertSame(once with { Records = "" }, again with { Records = "" });
    });

    [Fact]
    public void Posting_the_emitted_lines_gives_the_national_figures_exactly() => ForAny(files: 400, most: 60, (year, rows, dice) =>
    {
        var count = CountSentences.CountFast(year, 2, _ => { }, WrittenRecords.Write("a", rows, dice));

        var posted = ReturnCounter.Count(count.Return, new(null, new Dictionary<string, decimal>(), false));

        Assert.DoesNotContain(posted.Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal(
            count.Indicators.Select(indicator => (indicator.Indicator, indicator.Figure, indicator.Figure)),
            posted.Lines.Select(line => (line.Indicator, line.LowerBound, line.Value)));
    });

    private static WrittenRecords[] Split(IReadOnlyList<Dictionary<string, string>> rows, Dice dice) =>
        [.. rows.Chunk(1 + dice.Below(rows.Count)).Select((chunk, index) => WrittenRecords.Write($"{index}", chunk, dice))];

    private static void ForAny(int files, int most, Action<int, List<Dictionary<string, string>>, Dice> holds) =>
        Files(files, (seed, year) => holds(year, GeneratedParticipations.Rows(seed, year, most), new Dice(seed ^ 0x5EED)));

    private static void Files(int files, Action<ulong, int> holds) =>
        Gen.Select(Gen.ULong, Gen.Int[2024, 2027]).Sample(holds, iter: files);
}
