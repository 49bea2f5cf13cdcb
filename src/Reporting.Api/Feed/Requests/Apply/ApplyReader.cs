using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Requests.Apply;

/// <summary>Reads the transformations of $apply one after the other, each against the rows that the ones before it leave.</summary>
internal sealed class ApplyReader(Reading reading, RequestValues values)
{
    /// <summary>The transformations that are there.</summary>
    public static readonly IReadOnlyList<string> Transformations = ["filter", "groupby", "aggregate", "compute"];

    // Each grouping is a selection within the next.
    private const int MostTransformations = 10;

    public Applied Read(FeedSet set, ApplyClause? clause)
    {
        TransformationNode[] transformations = [.. clause?.Transformations ?? []];
        return transformations.Length <= MostTransformations
            ? transformations.Aggregate(new Applied(set, [], values), Next)
            : throw FeedException.TooComplex();
    }

    private Applied Next(Applied rows, TransformationNode transformation) => transformation switch
    {
        FilterTransformationNode filter => rows with { Filters = [.. rows.Filters, filter.FilterClause.Expression] },
        ComputeTransformationNode compute => rows with { Values = Computed(rows, compute.Expressions) },
        GroupByTransformationNode { ChildTransformations: null or AggregateTransformationNode } groups => Grouped(
            rows, [.. groups.GroupingProperties], (AggregateTransformationNode?)groups.ChildTransformations),
        AggregateTransformationNode aggregate => Grouped(rows, [], aggregate),
        _ => throw FeedException.NotImplemented($"La transformation {transformation.Kind} de $apply"),
    };

    /// <summary>What expressions may name once these are computed too.</summary>
    public RequestValues Computed(Applied rows, IEnumerable<ComputeExpression> items)
    {
        var columns = new ColumnReader(rows.Set, reading, rows.Values);
        FeedColumn[] computed = [.. rows.Values.Computed, .. items.Select(columns.Computed)];
        return computed.DistinctBy(column => column.Name).Count() == computed.Length
            ? rows.Values with { Computed = computed }
            : throw FeedException.Malformed("Une propriété est calculée deux fois.");
    }

    private Applied Grouped(Applied rows, IReadOnlyList<GroupByPropertyNode> properties, AggregateTransformationNode? aggregate) =>
        new(new GroupReader(rows, reading).Read(properties, aggregate), [], values);
}
