namespace Reporting.Api.Feed.Writing.Collections;

/// <summary>What belongs into gaps of one collection that follow each other.</summary>
/// <param name="Rows">The rows, those of one gap after those of another.</param>
/// <param name="Gaps">What each gap is to hold.</param>
internal sealed record Filling(RowText Rows, IReadOnlyList<Filled> Gaps);

/// <param name="End">Where its rows end in the text of all.</param>
/// <param name="Given">How many rows it is given.</param>
/// <param name="HasMore">Whether the collection goes on.</param>
/// <param name="Count">How many rows the collection has in all, where that is asked for.</param>
internal readonly record struct Filled(int End, long Given, bool HasMore, long? Count);
