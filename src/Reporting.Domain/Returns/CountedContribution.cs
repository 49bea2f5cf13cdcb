namespace Reporting.Domain.Returns;

/// <summary>A contribution with what the rules retained of it.</summary>
/// <param name="Position">1-based place in the line.</param>
/// <param name="Posted">The contribution as posted.</param>
/// <param name="Retained">Units left after the exclusions and before duplicates, never negative.</param>
public sealed record CountedContribution(int Position, Contribution Posted, decimal Retained);
