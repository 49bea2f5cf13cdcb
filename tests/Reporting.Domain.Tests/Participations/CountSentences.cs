using System.Globalization;
using Reporting.Domain.Participations;

namespace Reporting.Domain.Tests.Participations;

/// <summary>Everything that two counts must agree on, as text, so that a difference shows where it is.</summary>
internal sealed record CountSentences(string Figures, string Lines, string Outcomes, string Records, string Rejected)
{
    public static void AssertSame(CountSentences expected, CountSentences actual)
    {
        Assert.Equal(expected.Rejected, actual.Rejected);
        Assert.Equal(expected.Figures, actual.Figures);
        Assert.Equal(expected.Lines, actual.Lines);
        Assert.Equal(expected.Outcomes, actual.Outcomes);
        Assert.Equal(expected.Records, actual.Records);
    }

    public static CountSentences Plainly(int year, params WrittenRecords[] files)
    {
        var read = files.Select(file => (file.Name, Rows: PlainFile.Of(file.Lines.Zip(file.Rows)))).ToList();
        var records = read.SelectMany(file => file.Rows.Records).ToList();
        var counted = PlainCounter.Count(year, records);
        return new(
            PlainSentences.Figures(counted.National),
            PlainSentences.Lines(counted.Lines),
            Sorted(counted.Keys.SelectMany(own => own.Value
                .Where(outcome => outcome.Value > 0)
                .Select(outcome => Outcome(own.Key, outcome.Key.ToString(), outcome.Value)))),
            Sorted(records.GroupBy(record => record.Indicator.Code).Select(own => $"{own.Key} {own.Count()}")),
            Joined(read.SelectMany(file => file.Rows.Rejected.Select(row => $"{file.Name}:{row.Line} {string.Join(' ', row.Columns)}"))));
    }

    public static CountSentences Fast(int year, int threads, params WrittenRecords[] files)
    {
        var rejected = new List<RejectedRecord>();
        var counted = CountFast(year, threads, rejected.Add, files);
        Assert.Equal(rejected.Count, counted.Receipt.Rejected);
        Assert.Equal(files.Sum(file => file.Lines.Count), counted.Receipt.Read);
        Assert.Equal(counted.Receipt.Read, counted.Receipt.Rejected + counted.Indicators.Sum(indicator => indicator.Records));
        Assert.All(counted.Indicators, own => Assert.Equal(
            own.Figure,
            own.Outcomes.Where(outcome => outcome.Outcome == RecordOutcome.Retained).Sum(outcome => outcome.Keys)
                - own.Represented + own.FromMobility));
        return new(
            PlainSentences.Figures(counted.Indicators.Select(own => KeyValuePair.Create(own.Indicator.Code, own.Figure))),
            PlainSentences.Lines(counted.Return.Lines),
            Sorted(counted.Indicators.SelectMany(own => own.Outcomes
                .Select(outcome => Outcome(own.Indicator.Code, outcome.Outcome.ToString(), outcome.Keys)))),
            Sorted(counted.Indicators.Where(own => own.Records > 0).Select(own => $"{own.Indicator.Code} {own.Records}")),
            Joined(rejected.Select(record => $"{record.Source}:{record.Line} {record.Column}")));
    }

    public static ParticipationCount CountFast(
        int year, int threads, Action<RejectedRecord> rejected, params WrittenRecords[] files)
    {
        var sources = files.Select(file => new ParticipationSource(file.Name, new TricklingStream(file.Bytes))).ToList();
        var options = new CountingOptions { Year = year, Threads = threads, Tolerance = 1 };
        return ParticipationCounter.CountAsync(sources, options, null, rejected).GetAwaiter().GetResult() switch
        {
            CountOutcome.Counted counted => counted.Count,
            CountOutcome.Refused refused => throw new InvalidOperationException($"{refused.Reason} {refused.Source}:{refused.Line} {refused.Message}"),
            var other => throw new NotSupportedException($"{other}"),
        };
    }

    private static string Outcome(string code, string outcome, decimal keys) =>
        string.Create(CultureInfo.InvariantCulture, $"{code} {outcome} {keys:0.##}");

    private static string Sorted(IEnumerable<string> lines) => Joined(lines.Order(StringComparer.Ordinal));

    private static string Joined(IEnumerable<string> lines) => string.Concat(lines.Select(line => line.TrimEnd() + "\n"));
}
