using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Sql.Groups;

/// <summary>
/// Writes the groups as a selection: what they are made of is named in an inner one, so that nothing that holds a
/// parameter has to be said twice.
/// </summary>
internal sealed class GroupedRows
{
    private const string Alias = "v";

    private readonly Grouping _grouping;
    private readonly StatementScope _scope;
    private readonly SqlRows _rows;

    public GroupedRows(Grouping grouping, StatementScope scope)
    {
        _grouping = grouping;
        _scope = scope;
        _rows = scope.Rows(grouping.Of);
    }

    public string Select()
    {
        var keys = _grouping.Keys.Select((key, place) => (key.Column, Operand: Operand(key.Expression, $"k{place}"))).ToList();
        var values = _grouping.Aggregates
            .Select((aggregate, place) => (Aggregate: aggregate, Operand: aggregate.Expression is { } of ? Operand(of, $"v{place}") : null)).ToList();
        var operands = keys.Select(key => key.Operand).Concat(values.Select(value => value.Operand).OfType<Operand>());
        var inner = string.Join(", ", operands.Select(operand => $"{operand.Sql} AS {operand.Column.Stored}").DefaultIfEmpty("1 AS v"));
        var outer = keys.Select(key => $"{key.Operand.Value.Sql} AS {key.Column.Stored}")
            .Concat(values.Select(value => $"{Write(value.Aggregate.Method, value.Operand)} AS {value.Aggregate.Column.Stored}"));
        var by = keys.Count == 0 ? "" : $" GROUP BY {string.Join(", ", keys.Select(key => _scope.Dialect.Grouped(key.Operand.Value)))}";
        return $"SELECT {string.Join(", ", outer)} FROM (SELECT {inner} FROM {Chosen()}) {Alias}{by}";
    }

    /// <summary>What an expression on the rows is as a column of the inner selection.</summary>
    public Operand Operand(SingleValueNode expression, string name)
    {
        var scope = new ExpressionScope(_rows, _grouping.Values);
        var value = new Translator(scope).Expression(expression);
        var bare = PropertyPath.Of(expression) is { } path && _grouping.Values.Computed.All(computed => computed.Name != path);
        var column = new FeedColumn("", bare ? scope.Named[0].Type : value.Type.ToFeed(), name, "")
        {
            Nullable = value.Nullable,
            Secret = scope.Named.FirstOrDefault(named => named.Withholds)?.Secret ?? Secret.None,
        };
        return new(column, bare ? value.Sql : _scope.Dialect.Result(value), _scope.Dialect.Column(new(column, $"{Alias}.{name}", value.Nullable)));
    }

    private string Chosen()
    {
        var translator = new Translator(new(_rows, _grouping.Values));
        var conditions = _rows.Chosen.Concat(_grouping.Filters.Select(translator.Filter)).ToList();
        return _rows.From + (conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}");
    }

    // What is withheld from a group would be missing from what it comes to: that is withheld with it.
    private string Write(AggregationMethod method, Operand? of)
    {
        var value = of is null ? Aggregates.Rows : Aggregates.Of(method, of.Value, _scope.Dialect);
        var sql = method is AggregationMethod.Min or AggregationMethod.Max ? value.Sql : _scope.Dialect.Result(value);
        return of is { Column.Withholds: true } && _scope.Withholds ? $"CASE WHEN COUNT(*) = COUNT({of.Value.Sql}) THEN {sql} END" : sql;
    }
}
