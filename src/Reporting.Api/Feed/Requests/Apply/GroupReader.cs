using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql;
using Reporting.Api.Feed.Sql.Expressions;
using Reporting.Api.Feed.Sql.Groups;
using Reporting.Store;

namespace Reporting.Api.Feed.Requests.Apply;

/// <summary>Reads a grouping into the set that its groups are: their keys, then what is aggregated.</summary>
internal sealed class GroupReader(Applied rows, Reading reading)
{
    private const int MostColumns = 50;

    private readonly StatementScope _scope = new(Engine.Sqlite, reading); // both engines give an expression the same type
    private readonly List<Given> _keys = [];
    private readonly List<Aggregate> _aggregates = [];

    public FeedSet Read(IReadOnlyList<GroupByPropertyNode> properties, AggregateTransformationNode? aggregate)
    {
        foreach (var property in properties)
        {
            AddKeys(property, "");
        }

        foreach (var expression in aggregate?.AggregateExpressions ?? [])
        {
            _aggregates.Add(Aggregate(expression));
        }

        // The one row that all rows come to has no key, and is told from others by any of its columns.
        var columns = Columns.ToList();
        var root = rows.Set.Root;
        return new(root.Name, root.Entity, "g", root.Source, root.Description, Math.Max(1, _keys.Count), columns)
        {
            Grouping = Grouping,
        };
    }

    private IEnumerable<FeedColumn> Columns => _keys.Select(key => key.Column).Concat(_aggregates.Select(aggregate => aggregate.Column));

    private Grouping Grouping => new(rows.Set, rows.Filters, rows.Values, _keys, _aggregates);

    private void AddKeys(GroupByPropertyNode property, string path)
    {
        foreach (var part in property.ChildTransformations)
        {
            AddKeys(part, $"{path}{property.Name}/");
        }

        if (property.Expression is { } expression)
        {
            var operand = new GroupedRows(Grouping, _scope).Operand(expression, Stored());
            var name = path + property.Name;
            var column = operand.Column with { Name = name, Dynamic = IsDynamic(expression) };
            _keys.Add(!column.Sortable ? throw FeedException.NotImplemented($"Un regroupement par {name}")
                : Columns.Any(key => key.Name == name) ? throw FeedException.Malformed($"Le regroupement nomme deux fois {name}.")
                : new(column, expression));
        }
    }

    private Aggregate Aggregate(AggregateExpressionBase expression)
    {
        if (expression is not AggregateExpression { MethodDefinition.MethodKind: not AggregationMethod.Custom } aggregate)
        {
            throw FeedException.NotImplemented("Cette forme d'agrégation");
        }

        var column = aggregate.Method is AggregationMethod.VirtualPropertyCount
            ? new FeedColumn("", Aggregates.Rows.Type.ToFeed(), "", "")
            : Made(aggregate);
        return new(
            column with { Name = ColumnReader.Free(aggregate.Alias, rows.Set, Columns), Stored = Stored(), Dynamic = true }, aggregate.Method,
            aggregate.Method is AggregationMethod.VirtualPropertyCount ? null : (SingleValueNode)aggregate.Expression);
    }

    private FeedColumn Made(AggregateExpression aggregate)
    {
        var operand = new GroupedRows(Grouping, _scope).Operand((SingleValueNode)aggregate.Expression, "");
        var value = Aggregates.Of(aggregate.Method, operand.Value, _scope.Dialect);
        var type = aggregate.Method is AggregationMethod.Min or AggregationMethod.Max ? operand.Column.Type : value.Type.ToFeed();
        return operand.Column with { Type = type, Nullable = value.Nullable || operand.Column.Withholds };
    }

    private string Stored() => _keys.Count + _aggregates.Count is var place && place < MostColumns
        ? $"c{place}"
        : throw FeedException.TooComplex();

    private bool IsDynamic(SingleValueNode expression) =>
        new ColumnReader(rows.Set, reading, rows.Values).Named(expression) is { Dynamic: true };
}
