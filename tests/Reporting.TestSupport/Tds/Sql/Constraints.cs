using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>Foreign keys and checks, as triggers: SQLite's own would not say which one was breached.</summary>
internal sealed class Constraints(Translation translation)
{
    public Definition Add(Definition definition, Relation relation, IEnumerable<ConstraintDefinition> constraints)
    {
        var sql = definition.Sql.ToList();
        foreach (var constraint in constraints)
        {
            switch (constraint)
            {
                case { ConstraintIdentifier: null }:
                    throw Translation.Refusal(constraint);
                case ForeignKeyConstraintDefinition { DeleteAction: DeleteUpdateAction.NotSpecified, UpdateAction: DeleteUpdateAction.NotSpecified } declared:
                    var key = ForeignKeyOf(declared, relation, definition.Catalog);
                    relation = relation with { ForeignKeys = relation.ForeignKeys.Add(key) };
                    sql.AddRange(Triggers(relation, key));
                    break;
                case CheckConstraintDefinition check:
                    sql.AddRange(Triggers(relation, check));
                    break;
                default:
                    throw Translation.Refusal(constraint);
            }
        }

        return new(definition.Catalog.With(relation), sql);
    }

    /// <summary>Drops the triggers that a table's foreign keys put on other tables.</summary>
    public static IEnumerable<string> TriggersElsewhere(Relation relation) =>
        from key in relation.ForeignKeys
        from moment in new[] { "DELETE", "UPDATE" }
        select $"DROP TRIGGER IF EXISTS {TriggerName(relation, key.Name, $"REFERENCE {moment}")}";

    private ForeignKey ForeignKeyOf(ForeignKeyConstraintDefinition declared, Relation relation, Catalog catalog)
    {
        var target = catalog.Find(declared.ReferenceTableName, translation.OwnSchema)
            ?? throw new TdsError(1767, 16, $"Foreign key '{declared.ConstraintIdentifier.Value}' references invalid table '{declared.ReferenceTableName.BaseIdentifier.Value}'.");
        var columns = declared.Columns.Select(column => relation.Column(column.Value).Name).ToList();
        var targets = declared.ReferencedTableColumns.Select(column => target.Column(column.Value).Name).ToList();
        if (!target.Keys.Exists(key => key.Columns.Order().SequenceEqual(targets.Order())))
        {
            throw new TdsError(1776, 16, $"There are no primary or candidate keys in the referenced table '{target.Name}' that match the referencing column list in the foreign key '{declared.ConstraintIdentifier.Value}'.");
        }

        foreach (var (column, referenced) in columns.Zip(targets))
        {
            var (own, other) = (relation.Column(column).Type, target.Column(referenced).Type);
            if (own.Kind != other.Kind || own.Length != other.Length || own.Collation != other.Collation)
            {
                throw new TdsError(1778, 16, $"Column '{target.Name}.{referenced}' is not the same data type as referencing column '{relation.Name}.{column}' in foreign key '{declared.ConstraintIdentifier.Value}'.");
            }
        }

        return new(declared.ConstraintIdentifier.Value, columns, target.Name, targets);
    }

    private static IEnumerable<string> Triggers(Relation relation, ForeignKey key)
    {
        var pairs = key.Columns.Zip(key.TargetColumns).ToList();
        var given = string.Join(" AND ", pairs.Select(pair => $"NEW.{ObjectName.Quote(pair.First)} IS NOT NULL"));
        var found = string.Join(" AND ", pairs.Select(pair => $"{ObjectName.Quote(pair.Second)} = NEW.{ObjectName.Quote(pair.First)}"));
        var absent = $"{given} AND NOT EXISTS (SELECT 1 FROM {key.Target.Quoted} WHERE {found})";
        yield return Trigger(relation, key.Name, "INSERT", relation, absent, "INSERT", $"FOREIGN KEY constraint \"{key.Name}\"", key.Target);
        yield return Trigger(relation, key.Name, "UPDATE", relation, absent, "UPDATE", $"FOREIGN KEY constraint \"{key.Name}\"", key.Target);

        var target = new Relation(key.Target, IsView: false, []);
        var used = string.Join(" AND ", pairs.Select(pair => $"{ObjectName.Quote(pair.First)} = OLD.{ObjectName.Quote(pair.Second)}"));
        var orphaned = $"EXISTS (SELECT 1 FROM {relation.Name.Quoted} WHERE {used})";
        var same = string.Join(" AND ", pairs.Select(pair => $"NEW.{ObjectName.Quote(pair.Second)} = OLD.{ObjectName.Quote(pair.Second)}"));
        yield return Trigger(relation, key.Name, "REFERENCE DELETE", target, orphaned, "DELETE", $"REFERENCE constraint \"{key.Name}\"", relation.Name);
        yield return Trigger(relation, key.Name, "REFERENCE UPDATE", target, $"NOT ({same}) AND {orphaned}", "UPDATE", $"REFERENCE constraint \"{key.Name}\"", relation.Name);
    }

    private IEnumerable<string> Triggers(Relation relation, CheckConstraintDefinition check)
    {
        var scope = new Scope();
        scope.Add(new("NEW", relation.Columns));
        var breached = $"NOT ({translation.Predicates.Translate(check.CheckCondition, scope)})";
        foreach (var moment in new[] { "INSERT", "UPDATE" })
        {
            var name = check.ConstraintIdentifier.Value;
            yield return Trigger(relation, name, moment, relation, breached, moment, $"CHECK constraint \"{name}\"", relation.Name);
        }
    }

    private static string Trigger(
        Relation owner, string constraint, string purpose, Relation on, string breached, string moment, string what, ObjectName where)
    {
        var message = new TdsError(547, 16,
            $"The {moment} statement conflicted with the {what}. The conflict occurred in table \"{where}\".").Encode().Replace("'", "''", StringComparison.Ordinal);
        return $"""
            CREATE TRIGGER {TriggerName(owner, constraint, purpose)} AFTER {moment} ON {on.Name.Quoted}
            WHEN {breached} BEGIN SELECT RAISE(ABORT, '{message}'); END
            """;
    }

    private static string TriggerName(Relation owner, string constraint, string purpose) =>
        ObjectName.Quote($"{owner.Name.InSqlite}.{constraint}.{purpose}");
}
