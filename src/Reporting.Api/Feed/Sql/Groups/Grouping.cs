using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Sql.Groups;

/// <summary>Rows made of groups of other rows.</summary>
/// <param name="Of">The rows that are grouped.</param>
/// <param name="Filters">What chooses those that are.</param>
/// <param name="Values">What expressions on them may name.</param>
/// <param name="Keys">What the rows of a group have in common; none when all are one group.</param>
/// <param name="Aggregates">What is made of each group.</param>
internal sealed record Grouping(
    FeedSet Of, IReadOnlyList<SingleValueNode> Filters, RequestValues Values, IReadOnlyList<Given> Keys, IReadOnlyList<Aggregate> Aggregates);

/// <summary>A column of groups, and what it is taken from.</summary>
internal sealed record Given(FeedColumn Column, SingleValueNode Expression);

/// <param name="Column">The column of the groups.</param>
/// <param name="Method">What it is made by.</param>
/// <param name="Expression">What it is made of; null where rows are counted.</param>
internal sealed record Aggregate(FeedColumn Column, AggregationMethod Method, SingleValueNode? Expression);
