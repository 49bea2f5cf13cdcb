namespace Reporting.Api.Feed.Model;

/// <summary>
/// Where the rows of a set are kept: the one place that chooses a table or view for the instant that a request reads.
/// </summary>
/// <param name="InForce">What holds the rows as they stand.</param>
/// <param name="History">What holds them with the span of time in which each stood; null when they never change.</param>
internal sealed record FeedSource(string InForce, string? History = null)
{
    public SourceRows For(Reading reading) =>
        reading.At is null || reading.Stands || History is null ? new(InForce, HasSpans: false) : new(History, HasSpans: true);
}

/// <param name="Name">A table, a view, or a selection from one.</param>
/// <param name="HasSpans">Whether its rows of one instant must be chosen by FromAt and UntilAt.</param>
internal sealed record SourceRows(string Name, bool HasSpans);
