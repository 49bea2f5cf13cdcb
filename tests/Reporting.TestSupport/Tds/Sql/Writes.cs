using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>Translates INSERT, UPDATE and DELETE. Every value goes through what its column makes of it.</summary>
internal sealed class Writes(Translation translation)
{
    public string Insert(InsertStatement statement)
    {
        var insert = statement.InsertSpecification;
        Refuse(insert.OutputClause, insert.TopRowFilter, statement.WithCtesAndXmlNamespaces, insert.OutputIntoClause);
        var relation = Target(insert.Target);
        var columns = insert.Columns.Count == 0
            ? relation.Columns
            : [.. insert.Columns.Select(column => relation.Column(column.MultiPartIdentifier.Identifiers[^1].Value))];
        var list = string.Join(", ", columns.Select(column => ObjectName.Quote(column.Name)));
        return $"INSERT INTO {relation.Name.Quoted} ({list}) " + insert.InsertSource switch
        {
            ValuesInsertSource { IsDefaultValues: false } values =>
                "VALUES " + string.Join(", ", values.RowValues.Select(row => $"({Row(row, relation, columns)})")),
            SelectInsertSource source => Rows(source, relation, columns),
            _ => throw Translation.Refusal(insert.InsertSource),
        };
    }

    public string Update(UpdateStatement statement)
    {
        var update = statement.UpdateSpecification;
        Refuse(update.OutputClause, update.TopRowFilter, update.FromClause, statement.WithCtesAndXmlNamespaces);
        var relation = Target(update.Target);
        var scope = Own(relation);
        var sets = update.SetClauses.Select(clause =>
        {
            if (clause is not AssignmentSetClause { AssignmentKind: AssignmentKind.Equals, Variable: null } set)
            {
                throw Translation.Refusal(clause);
            }

            var column = relation.Column(set.Column.MultiPartIdentifier.Identifiers[^1].Value);
            return $"{ObjectName.Quote(column.Name)} = {Fitted(translation.Expressions.Translate(set.NewValue, scope), relation, column)}";
        });
        return $"UPDATE {Aliased(relation)} SET {string.Join(", ", sets)}{Where(update.WhereClause, scope)}";
    }

    public string Delete(DeleteStatement statement)
    {
        var delete = statement.DeleteSpecification;
        Refuse(delete.OutputClause, delete.TopRowFilter, delete.FromClause, statement.WithCtesAndXmlNamespaces);
        var relation = Target(delete.Target);
        return $"DELETE FROM {Aliased(relation)}{Where(delete.WhereClause, Own(relation))}";
    }

    private string Row(RowValue row, Relation relation, IReadOnlyList<Column> columns)
    {
        if (row.ColumnValues.Count != columns.Count)
        {
            throw new TdsError(213, 16, "Column name or number of supplied values does not match table definition.");
        }

        return string.Join(", ", row.ColumnValues.Zip(columns, (value, column) =>
            Fitted(translation.Expressions.Translate(value, new Scope()), relation, column)));
    }

    private string Rows(SelectInsertSource source, Relation relation, IReadOnlyList<Column> columns)
    {
        var query = translation.Queries.Translate(source.Select, outer: null, [.. columns.Select((_, place) => $"v{place}")]);
        if (query.Columns.Count != columns.Count)
        {
            throw new TdsError(120, 15, "The select list for the INSERT statement must contain as many items as the insert list.");
        }

        var values = query.Columns.Zip(columns, (from, to) => Fitted(new(ObjectName.Quote(from.Name), from.Type), relation, to));
        return $"SELECT {string.Join(", ", values)} FROM ({query.Sql}) WHERE 1";
    }

    private static string Fitted(Expr value, Relation relation, Column column) => value.Type.IsWhole && value.Type.Kind == column.Type.Kind
        ? value.Sql
        : Conversion.Emit(value, column.Type, $"table '{relation.Name}', column '{column.Name}'").Sql;

    private Relation Target(TableReference target)
    {
        var relation = target is NamedTableReference { Alias: null } named
            ? translation.Catalog.Get(named.SchemaObject, translation.OwnSchema)
            : throw Translation.Refusal(target);
        return relation.IsView ? throw Translation.Refusal(target) : relation;
    }

    private static string Aliased(Relation relation) => $"{relation.Name.Quoted} AS {ObjectName.Quote(relation.Name.Name)}";

    private static Scope Own(Relation relation)
    {
        var scope = new Scope();
        scope.Add(new(relation.Name.Name, relation.Columns));
        return scope;
    }

    private string Where(WhereClause? clause, Scope scope) =>
        clause is null ? "" : $" WHERE {translation.Predicates.Translate(clause.SearchCondition, scope)}";

    private static void Refuse(params TSqlFragment?[] clauses)
    {
        if (Array.Find(clauses, clause => clause is not null) is { } clause)
        {
            throw Translation.Refusal(clause);
        }
    }
}
