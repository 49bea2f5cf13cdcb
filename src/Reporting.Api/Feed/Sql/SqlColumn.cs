using Reporting.Api.Feed.Model;

namespace Reporting.Api.Feed.Sql;

/// <summary>A column of rows that a statement reads, under their alias.</summary>
/// <param name="Column">The column.</param>
/// <param name="Sql">How the statement names it.</param>
/// <param name="Nullable">Whether it may be null here, if only because no row was joined.</param>
internal sealed record SqlColumn(FeedColumn Column, string Sql, bool Nullable);
