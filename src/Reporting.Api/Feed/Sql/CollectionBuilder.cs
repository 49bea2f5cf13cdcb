using Reporting.Api.Feed.Sql.Expressions;
using Reporting.Store;

namespace Reporting.Api.Feed.Sql;

/// <summary>Writes the statements of an expanded collection: each is about several of the rows that it is expanded in.</summary>
internal static class CollectionBuilder
{
    private const string Ranked = "ranked";

    /// <summary>
    /// The rows that each parent leads to, by its place among them, in the order asked for.
    /// </summary>
    /// <param name="of">The collection.</param>
    /// <param name="keys">The keys of the parents, in their order.</param>
    /// <param name="take">How many rows to read of each parent at most.</param>
    /// <param name="most">How many to read in all at most.</param>
    /// <param name="engine">The engine.</param>
    public static SqlStatement Rows(ExpandedCollection of, IReadOnlyList<IReadOnlyList<object>> keys, long take, long most, Engine engine)
    {
        var (query, scope, rows, translator) = Begin(of, engine);
        var parents = new ParentRows(of.Navigation, keys, scope);
        var columns = SqlBuilder.Columns(query, rows, translator).Select((column, at) => (Sql: column, Name: $"Column{at}")).ToList();
        var where = SqlBuilder.Where(query, rows, translator);
        var order = SqlBuilder.Order(query, translator);
        var inner = $"SELECT {ParentRows.Place}, {string.Join(", ", columns.Select(column => $"{column.Sql} AS {column.Name}"))}, "
            + $"ROW_NUMBER() OVER (PARTITION BY {ParentRows.Place} ORDER BY {order}) AS Nth FROM {parents.Leading(rows)}{where}";
        var first = translator.Parameter(query.Skip);
        var last = translator.Parameter(Math.Min(query.Skip, long.MaxValue - take) + take);
        var page = scope.Dialect.Page(translator.Parameter(0L), translator.Parameter(most));
        return new(
            $"SELECT {Ranked}.Place, {string.Join(", ", columns.Select(column => $"{Ranked}.{column.Name}"))} FROM ({inner}) {Ranked} "
            + $"WHERE {Ranked}.Nth > {first} AND {Ranked}.Nth <= {last} ORDER BY {Ranked}.Place, {Ranked}.Nth {page}",
            scope.Parameters);
    }

    /// <summary>How many rows each parent leads to that leads to any, by its place among them.</summary>
    public static SqlStatement Counts(ExpandedCollection of, IReadOnlyList<IReadOnlyList<object>> keys, Engine engine)
    {
        var (query, scope, rows, translator) = Begin(of, engine);
        var parents = new ParentRows(of.Navigation, keys, scope);
        var where = SqlBuilder.Where(query, rows, translator);
        return new($"SELECT {ParentRows.Place}, COUNT(*) FROM {parents.Leading(rows)}{where} GROUP BY {ParentRows.Place}", scope.Parameters);
    }

    private static (SetQuery Query, StatementScope Scope, SqlRows Rows, Translator Translator) Begin(ExpandedCollection of, Engine engine)
    {
        var scope = new StatementScope(engine, of.Query.Reading);
        var rows = scope.Rows(of.Query.Set);
        return (of.Query, scope, rows, new(new(rows, of.Query.Values)));
    }
}
