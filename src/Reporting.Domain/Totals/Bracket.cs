namespace Reporting.Domain.Totals;

/// <summary>
/// What a total lies in, its lower bound included, as follows from the figures that its reader may know and from no
/// other: what is withheld counts as anything that it may be.
/// </summary>
/// <param name="Minimum">What the lower bound is at least.</param>
/// <param name="Maximum">What the total is at most.</param>
public sealed record Bracket(decimal Minimum, decimal Maximum);
