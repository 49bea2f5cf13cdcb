using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>A query in SQLite's SQL, with the columns that it gives.</summary>
internal sealed record TranslatedQuery(string Sql, IReadOnlyList<Column> Columns);

/// <summary>Translates queries.</summary>
internal sealed class Queries(Translation translation)
{
    public TranslatedQuery Statement(SelectStatement statement)
    {
        if (statement.Into is not null || statement.ComputeClauses.Count > 0)
        {
            throw Translation.Refusal(statement);
        }

        return WithCommonTables(statement.WithCtesAndXmlNamespaces, () => Translate(statement.QueryExpression));
    }

    public TranslatedQuery WithCommonTables(WithCtesAndXmlNamespaces? with, Func<TranslatedQuery> main)
    {
        if (with is null)
        {
            return main();
        }

        var tables = new List<string>();
        foreach (var table in with.CommonTableExpressions)
        {
            var query = Translate(table.QueryExpression, outer: null,
                table.Columns.Count == 0 ? null : [.. table.Columns.Select(column => column.Value)]);
            translation.Tables.Declare(table.ExpressionName.Value, query.Columns);
            tables.Add($"{ObjectName.Quote(table.ExpressionName.Value)} AS ({query.Sql})");
        }

        var whole = main();
        return whole with { Sql = $"WITH {string.Join(", ", tables)} {whole.Sql}" };
    }

    public TranslatedQuery Translate(QueryExpression query, Scope? outer = null, IReadOnlyList<string>? names = null) => query switch
    {
        QuerySpecification { ForClause: null } specification => Specification(specification, outer, names),
        QueryParenthesisExpression inner => Translate(inner.QueryExpression, outer, names),
        BinaryQueryExpression pair => Combine(pair, outer, names),
        _ => throw Translation.Refusal(query),
    };

    private TranslatedQuery Specification(QuerySpecification query, Scope? outer, IReadOnlyList<string>? names)
    {
        var scope = new Scope(outer);
        var from = query.FromClause is null ? ""
            : " FROM " + string.Join(", ", query.FromClause.TableReferences.Select(table => translation.Tables.Translate(table, scope)));
        var selected = query.SelectElements.SelectMany(element => Selected(element, scope)).ToList();
        var columns = selected.Select((item, place) => new Column(names?[place] ?? item.Name, item.Type)).ToList();
        var list = string.Join(", ", selected.Zip(columns, (item, column) => $"{item.Sql} AS {ObjectName.Quote(column.Name)}"));
        var distinct = query.UniqueRowFilter is UniqueRowFilter.Distinct ? "DISTINCT " : "";
        var where = query.WhereClause is null ? "" : $" WHERE {translation.Predicates.Translate(query.WhereClause.SearchCondition, scope)}";
        var group = query.GroupByClause is null ? "" : $" GROUP BY {Grouping(query.GroupByClause, scope)}";
        var having = query.HavingClause is null ? "" : $" HAVING {translation.Predicates.Translate(query.HavingClause.SearchCondition, scope)}";
        var order = query.OrderByClause is null ? "" : $" ORDER BY {Order(query.OrderByClause, scope, columns)}";
        return new($"SELECT {distinct}{list}{from}{where}{group}{having}{order}{Limit(query, scope)}", columns);
    }

    private TranslatedQuery Combine(BinaryQueryExpression pair, Scope? outer, IReadOnlyList<string>? names)
    {
        var left = Translate(pair.FirstQueryExpression, outer, names);
        var right = Translate(pair.SecondQueryExpression, outer, names);
        if (left.Columns.Count != right.Columns.Count)
        {
            throw new TdsError(205, 16, "All queries combined using a UNION, INTERSECT or EXCEPT operator must have an equal number of expressions in their target lists.");
        }

        var word = pair.BinaryQueryExpressionType switch
        {
            BinaryQueryExpressionType.Union => pair.All ? "UNION ALL" : "UNION",
            BinaryQueryExpressionType.Except => "EXCEPT",
            BinaryQueryExpressionType.Intersect => "INTERSECT",
            _ => throw Translation.Refusal(pair),
        };
        var columns = left.Columns.Zip(right.Columns, (one, other) => one with { Type = SqlType.Common(one.Type, other.Type) }).ToList();
        var order = pair.OrderByClause is null ? "" : $" ORDER BY {Order(pair.OrderByClause, new Scope(), columns)}";
        return new($"SELECT * FROM ({As(left, columns)}) {word} SELECT * FROM ({As(right, columns)}){order}", columns);
    }

    private static string As(TranslatedQuery query, List<Column> columns) =>
        "SELECT " + string.Join(", ", query.Columns.Zip(columns, (from, to) =>
            $"{new Expr(ObjectName.Quote(from.Name), from.Type).To(to.Type).Sql} AS {ObjectName.Quote(to.Name)}")) + $" FROM ({query.Sql})";

    private IEnumerable<Expr> Selected(SelectElement element, Scope scope) => element switch
    {
        SelectScalarExpression scalar => [Named(translation.Expressions.Translate(scalar.Expression, scope), scalar.ColumnName?.Value)],
        SelectStarExpression star =>
            from source in scope.Sources
            where star.Qualifier is null || star.Qualifier.Identifiers[^1].Value.Equals(source.Alias, StringComparison.OrdinalIgnoreCase)
            from column in source.Columns
            select new Expr($"{ObjectName.Quote(source.Alias)}.{ObjectName.Quote(column.Name)}", column.Type) { Name = column.Name },
        _ => throw Translation.Refusal(element),
    };

    private static Expr Named(Expr value, string? alias) => alias is null ? value : value with { Name = alias };

    private string Grouping(GroupByClause clause, Scope scope) =>
        string.Join(", ", clause.GroupingSpecifications.Select(item => item is ExpressionGroupingSpecification grouping
            ? translation.Expressions.Translate(grouping.Expression, scope).Sql
            : throw Translation.Refusal(item)));

    // A name of the select list comes before a column of the same name, as in T-SQL.
    public string Order(OrderByClause clause, Scope scope, List<Column> columns) =>
        string.Join(", ", clause.OrderByElements.Select(item =>
        {
            var descending = item.SortOrder is SortOrder.Descending ? " DESC" : "";
            var alias = item.Expression is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [var only] }
                ? columns.Find(column => column.Name.Equals(only.Value, StringComparison.OrdinalIgnoreCase))
                : null;
            var sorted = alias is null
                ? translation.Expressions.Translate(item.Expression, scope)
                : new Expr(ObjectName.Quote(alias.Name), alias.Type);
            return $"{sorted.Collated(sorted.Type.Collation)}{descending}";
        }));

    private string Limit(QuerySpecification query, Scope scope)
    {
        if (query.TopRowFilter is { Percent: false, WithTies: false } top)
        {
            return $" LIMIT {translation.Expressions.Translate(top.Expression, scope).Sql}";
        }

        if (query.TopRowFilter is not null || (query.OffsetClause is not null && query.OrderByClause is null))
        {
            throw Translation.Refusal(query);
        }

        return query.OffsetClause is not { } page ? ""
            : $" LIMIT {(page.FetchExpression is null ? "-1" : translation.Expressions.Translate(page.FetchExpression, scope).Sql)}"
                + $" OFFSET {translation.Expressions.Translate(page.OffsetExpression, scope).Sql}";
    }
}
