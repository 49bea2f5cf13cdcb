using System.Diagnostics;

namespace Reporting.Cli.Conformance;

/// <summary>Plays cases one after the other; one that fails does not keep the next from being played.</summary>
internal static class Run
{
    public static async Task<IReadOnlyList<CaseResult>> PlayAsync(
        IReadOnlyList<Case> cases, Bench bench, CancellationToken cancel)
    {
        var results = new List<CaseResult>();
        foreach (var played in cases)
        {
            var since = Stopwatch.GetTimestamp();
            var (verdict, expected, got) = await PlayAsync(played, bench, cancel);
            results.Add(new(played.Id, played.Proves, verdict, expected, got, Stopwatch.GetElapsedTime(since)));
        }

        return results;
    }

    public static IEnumerable<CaseResult> Skip(IEnumerable<Case> cases, string why) =>
        cases.Select(skipped => new CaseResult(skipped.Id, skipped.Proves, Verdict.Skipped, skipped.Expects, why, TimeSpan.Zero));

    private static async Task<(Verdict, string, string)> PlayAsync(Case played, Bench bench, CancellationToken cancel)
    {
        try
        {
            return (Verdict.Passed, played.Expects, await played.Play(bench, cancel));
        }
        catch (CaseFailure failure)
        {
            return (Verdict.Failed, failure.Expected, failure.Got);
        }
        catch (Failure failure)
        {
            return (Verdict.Failed, played.Expects, failure.Message);
        }
    }
}
