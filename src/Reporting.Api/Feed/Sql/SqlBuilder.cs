using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Model;
using Reporting.Store;

namespace Reporting.Api.Feed.Sql;

/// <summary>Writes the statements of a query. Names come from the table of columns, values are parameters.</summary>
internal static class SqlBuilder
{
    /// <summary>How many rows there are in all, whatever the page.</summary>
    public static SqlStatement Count(SetQuery query, Engine engine)
    {
        var parameters = new SqlParameters(engine);
        var where = Where(query with { After = null }, engine, parameters);
        return new($"SELECT COUNT(*) FROM {query.Set.Source}{where}", parameters);
    }

    public static SqlStatement Entity(SetQuery query, Engine engine)
    {
        var parameters = new SqlParameters(engine);
        return new(Select(query, engine, parameters), parameters);
    }

    public static SqlStatement Page(SetQuery query, long take, Engine engine)
    {
        var parameters = new SqlParameters(engine);
        var select = Select(query, engine, parameters);
        var order = string.Join(", ", query.Order.Select(sort => sort.Sql(engine)));
        var page = SqlDialect.Page(engine, parameters.Add(query.Skip), parameters.Add(take));
        return new($"{select} ORDER BY {order} {page}", parameters);
    }

    private static string Select(SetQuery query, Engine engine, SqlParameters parameters)
    {
        var columns = string.Join(", ", query.Fetched.Select(column => column.Sql));
        return $"SELECT {columns} FROM {query.Set.Source}{Where(query, engine, parameters)}";
    }

    private static string KeyIs(FeedColumn column, object value, Engine engine, SqlParameters parameters)
    {
        var padded = value is string && engine is Engine.SqlServer;
        return Comparison.Write(
            new(column.Sql, Nullable: false, padded), BinaryOperatorKind.Equal,
            new(parameters.Add(value, column), Nullable: false, padded));
    }

    private static string Where(SetQuery query, Engine engine, SqlParameters parameters)
    {
        var conditions = new List<string>();
        if (query.Key is { } key)
        {
            conditions.AddRange(query.Set.Key.Zip(key,
                (column, value) => KeyIs(column, value, engine, parameters)));
        }

        if (query.Filter is { } filter)
        {
            conditions.Add(new FilterTranslator(query.Set, engine, parameters).Condition(filter));
        }

        if (query.After is { } row)
        {
            conditions.Add(new Keyset(engine, parameters, query.Order, row).Condition());
        }

        return conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";
    }
}
