using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>Translates what stands after FROM.</summary>
internal sealed class Tables(Translation translation)
{
    private readonly Dictionary<string, IReadOnlyList<Column>> _common = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a common table expression known by its name.</summary>
    public void Declare(string name, IReadOnlyList<Column> columns) => _common[name] = columns;

    public string Translate(TableReference table, Scope scope) => table switch
    {
        NamedTableReference named => Named(named, scope),
        QualifiedJoin join => Join(join, scope),
        UnqualifiedJoin { UnqualifiedJoinType: UnqualifiedJoinType.CrossJoin } join =>
            $"{Translate(join.FirstTableReference, scope)} CROSS JOIN {Translate(join.SecondTableReference, scope)}",
        JoinParenthesisTableReference inner => $"({Translate(inner.Join, scope)})",
        QueryDerivedTable derived => Derived(derived, scope),
        InlineDerivedTable inline => Inline(inline, scope),
        OpenJsonTableReference json => new OpenJson(translation).Translate(json, scope),
        _ => throw Translation.Refusal(table),
    };

    // Hints on locks are what a single writer at a time gives anyway.
    private string Named(NamedTableReference named, Scope scope)
    {
        var name = named.SchemaObject.BaseIdentifier.Value;
        var alias = named.Alias?.Value ?? name;
        if (named.SchemaObject.SchemaIdentifier is null && _common.TryGetValue(name, out var columns))
        {
            scope.Add(new(alias, columns));
            return $"{ObjectName.Quote(name)} AS {ObjectName.Quote(alias)}";
        }

        if (InformationSchema.Find(named.SchemaObject, translation.Catalog) is { } view)
        {
            scope.Add(new(alias, view.Columns));
            return $"({view.Sql}) AS {ObjectName.Quote(alias)}";
        }

        var relation = translation.Catalog.Get(named.SchemaObject, translation.OwnSchema);
        scope.Add(new(alias, relation.Columns));
        return $"{relation.Name.Quoted} AS {ObjectName.Quote(alias)}";
    }

    private string Join(QualifiedJoin join, Scope scope)
    {
        var left = Translate(join.FirstTableReference, scope);
        var right = Translate(join.SecondTableReference, scope);
        var kind = join.QualifiedJoinType switch
        {
            QualifiedJoinType.Inner => "JOIN",
            QualifiedJoinType.LeftOuter => "LEFT JOIN",
            QualifiedJoinType.RightOuter => "RIGHT JOIN",
            QualifiedJoinType.FullOuter => "FULL JOIN",
            _ => throw Translation.Refusal(join),
        };
        return $"{left} {kind} {right} ON {translation.Predicates.Translate(join.SearchCondition, scope)}";
    }

    private string Derived(QueryDerivedTable derived, Scope scope)
    {
        var query = translation.Queries.Translate(derived.QueryExpression, outer: null, Names(derived.Columns));
        scope.Add(new(derived.Alias.Value, query.Columns));
        return $"({query.Sql}) AS {ObjectName.Quote(derived.Alias.Value)}";
    }

    private string Inline(InlineDerivedTable inline, Scope scope)
    {
        var rows = inline.RowValues.Select(row => row.ColumnValues.Select(value => translation.Expressions.Translate(value, new Scope())).ToList()).ToList();
        var types = rows.Aggregate(
            rows[0].Select(value => value.Type).ToList(),
            (sofar, row) => [.. sofar.Zip(row, (type, value) => SqlType.Common(type, value.Type))]);
        var columns = inline.Columns.Zip(types, (name, type) => new Column(name.Value, type)).ToList();
        var selects = rows.Select(row => "SELECT " + string.Join(", ", row.Zip(columns, (value, column) =>
            $"{value.To(column.Type).Sql} AS {ObjectName.Quote(column.Name)}")));
        scope.Add(new(inline.Alias.Value, columns));
        return $"({string.Join(" UNION ALL ", selects)}) AS {ObjectName.Quote(inline.Alias.Value)}";
    }

    private static IReadOnlyList<string>? Names(IList<Identifier> identifiers) =>
        identifiers.Count == 0 ? null : [.. identifiers.Select(identifier => identifier.Value)];
}
