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
        Column(Free(item.Alias, set, [.. set.Columns, .. values.Computed]), item.Expression as SingleValueNode ?? throw FeedException.MalformedOption("$compute")) with { Dynamic = true };

    /// <summary>A name for a new property of rows of a set, which no other may have: what is declared keeps its type and its meaning.</summary>
    public static string Free(string alias, FeedSet set, IEnumerable<FeedColumn> taken) => taken.Concat(set.Root.Columns).Select(column => column.Name.Split('/')[0])
        .Concat(FeedRelations.Of(set.Root).Select(navigation => navigation.Name)).Contains(alias)
        ? throw FeedException.Malformed($"La propriété {alias} existe déjà.")
        : alias;

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

    private FeedColumn Sorted(SingleValueNode expression) => Named(expression) ?? Column("", expression);

    /// <summary>The column that an expression is no more than the name of.</summary>
    public FeedColumn? Named(QueryNode expression) => PropertyPath.Of(expression) is { } path
        ? values.Computed.FirstOrDefault(column => column.Name == path) ?? set.Find(path)
        : null;

    // Both engines give an expression the same type.
    private FeedColumn Column(string name, SingleValueNode expression)
    {
        var rows = new StatementScope(Engine.Sqlite, reading).Rows(set);
        var value = new Translator(new(rows, values)).Expression(expression);
        return new(name, value.Type.ToFeed(), "", "") { Nullable = value.Nullable, Expression = expression };
    }
}
