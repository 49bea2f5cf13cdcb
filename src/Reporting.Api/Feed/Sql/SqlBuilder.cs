using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Sql.Expressions;
using Reporting.Store;

namespace Reporting.Api.Feed.Sql;

/// <summary>Writes the statements of a query. Names come from the table of columns, values are parameters.</summary>
internal static class SqlBuilder
{
    /// <summary>How many rows there are in all, whatever the page.</summary>
    public static SqlStatement Count(SetQuery query, Engine engine)
    {
        var rows = Rows(query, engine);
        var where = Where(query with { After = null }, rows);
        return new($"SELECT COUNT(*) FROM {rows.From}{where}", rows.Scope.Parameters);
    }

    public static SqlStatement Entity(SetQuery query, Engine engine)
    {
        var rows = Rows(query, engine);
        return new(Select(query, rows), rows.Scope.Parameters);
    }

    public static SqlStatement Page(SetQuery query, long take, Engine engine)
    {
        var rows = Rows(query, engine);
        var parameters = rows.Scope.Parameters;
        var order = string.Join(", ", query.Order.Select(sort => sort.Sql(rows)));
        var select = Select(query, rows);
        var page = rows.Scope.Dialect.Page(parameters.Add(query.Skip), parameters.Add(take));
        return new($"{select} ORDER BY {order} {page}", parameters);
    }

    private static SqlRows Rows(SetQuery query, Engine engine) => new StatementScope(engine, query.Reading).Rows(query.Set);

    private static string Select(SetQuery query, SqlRows rows)
    {
        var columns = string.Join(", ", query.Fetched.Select(column => rows.Column(column).Sql));
        var where = Where(query, rows);
        return $"SELECT {columns} FROM {rows.From}{where}";
    }

    private static string KeyIs(SqlColumn column, object value, StatementScope scope)
    {
        var dialect = scope.Dialect;
        var tested = dialect.Column(column);
        var literal = new Literals(scope.Parameters).Value(new ConstantNode(value), Comparison.IsNarrow(tested));
        return new Comparison(dialect).Write(tested, BinaryOperatorKind.Equal, literal).Sql;
    }

    private static string Where(SetQuery query, SqlRows rows)
    {
        var conditions = new List<string>();
        if (rows.Instant is { } instant)
        {
            conditions.Add(instant);
        }

        if (query.Key is { } key)
        {
            conditions.AddRange(query.Set.Key.Zip(key, (column, value) => KeyIs(rows.Column(column), value, rows.Scope)));
        }

        if (query.Filter is { } filter)
        {
            conditions.Add(new Translator(new(rows, query.Values)).Filter(filter));
        }

        if (query.After is { } row)
        {
            conditions.Add(new Keyset(rows, query.Order, row).Condition());
        }

        return conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";
    }
}
