using System.Text.Json;
using Reporting.Domain.Counting;
using Reporting.Domain.Participations;
using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Participations;

/// <summary>400 participation records, with the figures and the lines that another program counted from them.</summary>
public sealed class GoldenRecordsTests
{
    private static readonly JsonElement Expected = JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Vectors", "participations-2024.attendu.json"))).RootElement;

    [Fact]
    public async Task The_national_figures_are_those_expected()
    {
        var count = await Count();

        Assert.Equal(
            Expected.GetProperty("national").EnumerateObject().Select(figure => (figure.Name, figure.Value.GetDecimal())),
            count.Indicators.Select(indicator => (indicator.Indicator.Code, indicator.Figure)));
        Assert.Equal(Expected.GetProperty("lus").GetInt64(), count.Receipt.Read);
        Assert.Equal(Expected.GetProperty("rejetes").GetInt64(), count.Receipt.Rejected);
    }

    [Fact]
    public async Task The_emitted_lines_are_those_expected_in_the_same_order()
    {
        var count = await Count();
        var expected = PostedJson.Lines(Expected.GetProperty("emitted"));

        Assert.Equal(expected.Select(line => (line.Code, line.Value)), count.Return.Lines.Select(line => (line.Code, line.Value)));
        foreach (var (line, emitted) in expected.Zip(count.Return.Lines))
        {
            Assert.Equal(line.Contributions ?? [], emitted.Contributions ?? []);
        }
    }

    [Fact]
    public async Task The_records_rejected_are_told_with_their_line_and_column()
    {
        var count = await Count();

        Assert.Equal(
            [("date", RejectionReason.Missing), ("action", RejectionReason.Unreadable)],
            count.Receipt.FirstRejected.OrderBy(rejected => rejected.Reason).Select(rejected => (rejected.Column, rejected.Reason)));
        Assert.Equal(count.Receipt.Read, count.Receipt.Rejected + count.Indicators.Sum(indicator => indicator.Records));
    }

    [Fact]
    public async Task Posting_the_return_gives_the_same_figures_without_an_error_or_a_doubt()
    {
        var count = await Count();
        var counted = ReturnCounter.Count(count.Return, new CountingContext(null, new Dictionary<string, decimal>(), false));

        Assert.True(counted.IsAcceptable);
        Assert.Equal(
            count.Indicators.Select(indicator => (indicator.Indicator, indicator.Figure, indicator.Figure)),
            counted.Lines.Select(line => (line.Indicator, line.LowerBound, line.Value)));
    }

    private static async Task<ParticipationCount> Count()
    {
        await using var content = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Vectors", "participations-2024.csv"));
        var outcome = await ParticipationCounter.CountAsync([new("participations-2024.csv", content)], new() { Year = 2024 });
        return Assert.IsType<CountOutcome.Counted>(outcome).Count;
    }
}
