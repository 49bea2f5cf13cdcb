using Reporting.Domain.Participations;

namespace Reporting.Benchmarks.Participations;

/// <summary>The counter itself: every figure, the return, the receipt and the digest of the file.</summary>
internal static class ReportingContestant
{
    public static RaceCount Count(string path, int threads)
    {
        using var content = new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        var outcome = ParticipationCounter.CountAsync(
            [new(Path.GetFileName(path), content)], new() { Year = GeneratedRecords.Year, Threads = threads }).GetAwaiter().GetResult();
        return outcome switch
        {
            CountOutcome.Counted counted => new(
                new(counted.Count.Indicators.ToDictionary(indicator => indicator.Indicator.Code, indicator => indicator.Figure), StringComparer.Ordinal),
                () => CountDetails.Of(counted.Count)),
            CountOutcome.Refused refused => throw new InvalidOperationException(refused.Message),
            _ => throw new InvalidOperationException(),
        };
    }
}
