using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Sql.Groups;

/// <summary>What groups are made by or of.</summary>
/// <param name="Column">The column of the inner selection.</param>
/// <param name="Sql">What it is there.</param>
/// <param name="Value">The column as the outer selection names it.</param>
internal sealed record Operand(FeedColumn Column, string Sql, SqlValue Value);
