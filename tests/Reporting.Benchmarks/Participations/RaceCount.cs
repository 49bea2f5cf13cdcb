namespace Reporting.Benchmarks.Participations;

/// <summary>What a contestant counted.</summary>
/// <param name="Figures">The national figures by indicator.</param>
/// <param name="Details">Writes down all the rest, once the time is taken; null when only figures were counted.</param>
internal sealed record RaceCount(SortedDictionary<string, decimal> Figures, Func<CountDetails>? Details = null);
