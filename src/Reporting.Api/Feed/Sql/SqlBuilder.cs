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
        var where = Where(query with { After = null }, rows, new(new(rows, query.Values)));
        return new($"SELECT COUNT(*) FROM {rows.From}{where}", rows.Scope.Parameters);
    }

    public static SqlStatement Entity(SetQuery query, Engine engine)
    {
        var rows = Rows(query, engine);
        return new(Select(query, rows, new(new(rows, query.Values))), rows.Scope.Parameters);
    }

    /// <summary>A page of so many rows, of which the engine may give more: whoever reads it stops there.</summary>
    public static SqlStatement Page(SetQuery query, long take, Engine engine)
    {
        var rows = Rows(query, engine);
        var translator = new Translator(new(rows, query.Values));
        var order = Order(query, translator);
        var select = Select(query, rows, translator);
        var page = query.Skip == 0 && take > translator.Dialect.LargestLimit
            ? ""
            : $" {translator.Dialect.Page(translator.Parameter(query.Skip), translator.Parameter(take))}";
        return new($"{select} ORDER BY {order}{page}", rows.Scope.Parameters);
    }

    public static string Order(SetQuery query, Translator translator) => string.Join(", ", query.Order
        .Select(sort => (Key: sort.Key(translator), sort.Descending))
        .DistinctBy(sort => sort.Key)
        .Select(sort => sort.Descending ? $"{sort.Key} DESC" : sort.Key));

    /// <summary>What is selected: the columns of the query, then those of the rows that its navigations lead to.</summary>
    public static IEnumerable<string> Columns(SetQuery query, SqlRows rows, Translator translator) => query.Fetched
        .Select(column => column.Expression is null ? rows.Column(column).Sql : translator.Dialect.Result(translator.Column(column)))
        .Concat(query.Expanded.SelectMany(expansion =>
            Columns(expansion.Query, rows.Joined(expansion.Navigation), new(new(rows.Joined(expansion.Navigation), expansion.Query.Values)))));

    /// <summary>What chooses the rows, with the keyword; empty when all are chosen. Complete before their FROM is.</summary>
    public static string Where(SetQuery query, SqlRows rows, Translator translator)
    {
        var conditions = new List<string>();
        if (query.Key is { } key)
        {
            conditions.AddRange(query.Set.Key.Zip(key, rows.Is));
        }

        conditions.AddRange(rows.Chosen);
        conditions.AddRange(query.Filters.Select(translator.Filter));

        if (query.Search is { } search)
        {
            conditions.Add(new Search(query.Set, translator).Condition(search));
        }

        if (query.After is { } row)
        {
            conditions.Add(new Keyset(translator, query.Order, row).Condition());
        }

        return conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";
    }

    private static SqlRows Rows(SetQuery query, Engine engine) =>
        new StatementScope(engine, query.Reading) { Within = query.Within }.Rows(query.Set);

    private static string Select(SetQuery query, SqlRows rows, Translator translator)
    {
        var columns = string.Join(", ", Columns(query, rows, translator));
        var where = Where(query, rows, translator);
        return $"SELECT {columns} FROM {rows.From}{where}";
    }
}
