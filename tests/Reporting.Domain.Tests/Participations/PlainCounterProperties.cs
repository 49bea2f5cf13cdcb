using CsCheck;
using Reporting.Domain.Counting;
using Reporting.Domain.Returns;
using Reporting.Domain.Tests.Generation;

namespace Reporting.Domain.Tests.Participations;

/// <summary>What holds of the plain counter itself, so that it deserves to judge the fast one.</summary>
public sealed class PlainCounterProperties
{
    [Fact]
    public void Posting_the_emitted_lines_gives_the_national_figures_exactly() => ForAny((year, _, counted) =>
    {
        var posted = ReturnCounter.Count(new Return(year, counted.Lines), new(null, new Dictionary<string, decimal>(), false));

        Assert.DoesNotContain(posted.Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal(
            counted.National.Select(figure => (figure.Key, figure.Value, figure.Value)),
            posted.Lines.Select(line => (line.Indicator.Code, line.LowerBound, line.Value)));
    });

    [Fact]
    public void The_order_of_the_records_changes_nothing() => ForAny((year, records, counted) =>
        PlainSentences.AssertSame(counted, PlainCounter.Count(year, new Dice((ulong)records.Count).Shuffle(records))));

    [Fact]
    public void A_repeated_record_changes_no_figure_but_the_sum_of_posts() => ForAny((year, records, counted) =>
    {
        var others = records.Where(record => record.Indicator.Code != "DRO-4").ToList();
        PlainSentences.AssertSame(counted, PlainCounter.Count(year, [.. records, .. others.Take(5)]));
    });

    private static void ForAny(Action<int, IReadOnlyList<PlainRecord>, PlainCount> holds) =>
        Gen.Select(Gen.ULong, Gen.Int[2024, 2027]).Sample((seed, year) =>
        {
            var records = GeneratedParticipations.Rows(seed, year).Select(row => PlainReading.Read(row).Record!).ToList();
            holds(year, records, PlainCounter.Count(year, records));
        }, iter: 500);
}
