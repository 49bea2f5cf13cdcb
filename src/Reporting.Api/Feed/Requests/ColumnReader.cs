using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql;
using Reporting.Api.Feed.Sql.Expressions;
using Reporting.Store;

namespace Reporting.Api.Feed.Requests;

/// <summary>The columns that a request makes up: what it computes, and what it sorts by.</summary>
internal sealed class ColumnReader(FeedSet set, Reading reading, RequestValues values)
{
    public FeedColumn Computed(ComputeExpression item) =>
        set.Columns.Any(column => column.Name == item.Alias)
            ? throw FeedException.Malformed($"La propriété {item.Alias} existe déjà.")
            : Column(item.Alias, item.Expression as SingleValueNode ?? throw FeedException.MalformedOption("$compute"));

    public IReadOnlyList<SortColumn> Order(OrderByClause? clause)
    {
        var order = new List<SortColumn>();
        for (; clause is not null; clause = clause.ThenBy)
        {
            var column = Sorted(clause.Expression);
            order.Add(column.Sortable
                ? new(column, clause.Direction is OrderByDirection.Descending)
                : throw FeedException.NotImplemented("Ce tri"));
        }

        // The key makes the order total, which paging needs; a column sorts only once.
        return [.. order.Concat(set.Key.Select(column => new SortColumn(column, false))).DistinctBy(sort => sort.Column)];
    }

    private FeedColumn Sorted(SingleValueNode expression) => expression switch
    {
        SingleValuePropertyAccessNode { Source: ResourceRangeVariableReferenceNode } property => set.Column(property.Property.Name),
        SingleValueOpenPropertyAccessNode computed when values.Computed.FirstOrDefault(column => column.Name == computed.Name) is { } column => column,
        _ => Column("", expression),
    };

    // Both engines give an expression the same type.
    private FeedColumn Column(string name, SingleValueNode expression)
    {
        var rows = new StatementScope(Engine.Sqlite, reading).Rows(set);
        var value = new Translator(new(rows, values)).Expression(expression);
        return new(name, value.Type.ToFeed(), "", "") { Nullable = value.Nullable, Expression = expression };
    }
}
