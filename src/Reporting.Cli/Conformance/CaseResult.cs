namespace Reporting.Cli.Conformance;

internal enum Verdict
{
    Passed,
    Failed,
    Skipped,
}

/// <summary>What became of a case.</summary>
internal sealed record CaseResult(string Id, string Proves, Verdict Verdict, string Expected, string Got, TimeSpan Took)
{
    public string VerdictText => Verdict switch
    {
        Verdict.Passed => "réussi",
        Verdict.Failed => "échoué",
        Verdict.Skipped => "non joué",
        _ => throw new InvalidOperationException($"A verdict without words: {Verdict}."),
    };
}
