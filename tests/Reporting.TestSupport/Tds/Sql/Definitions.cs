using System.Collections.Immutable;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>A change of the schema: what SQLite is told, and what the catalog becomes.</summary>
internal sealed record Definition(Catalog Catalog, IReadOnlyList<string> Sql);

/// <summary>Translates CREATE, ALTER and DROP.</summary>
internal sealed class Definitions(Translation translation)
{
    private readonly Constraints _constraints = new(translation);

    public Definition? Translate(TSqlStatement statement) => statement switch
    {
        CreateTableStatement table => Table(table),
        CreateViewStatement view => View(view),
        CreateIndexStatement index => Index(index),
        AlterTableAddTableElementStatement alteration => Alter(alteration),
        DropTableStatement drop => Drop(drop, "TABLE"),
        DropViewStatement drop => Drop(drop, "VIEW"),
        CreateSchemaStatement { StatementList.Statements.Count: 0 } schema => Schema(schema.Name.Value),
        DropSchemaStatement schema => DropSchema(schema.Schema.BaseIdentifier.Value),
        _ => null,
    };

    private Definition Table(CreateTableStatement statement)
    {
        var name = Free(statement.SchemaObjectName);
        var columns = statement.Definition.ColumnDefinitions.Select(ColumnOf).ToImmutableList();
        var relation = new Relation(name, IsView: false, columns);
        var keys = new List<string>();
        foreach (var constraint in statement.Definition.TableConstraints.OfType<UniqueConstraintDefinition>())
        {
            var key = new UniqueKey(constraint.ConstraintIdentifier?.Value ?? $"{(constraint.IsPrimaryKey ? "PK" : "UQ")}_{name.Name}",
                IsConstraint: true, constraint.IsPrimaryKey,
                [.. constraint.Columns.Select(column => relation.Column(column.Column.MultiPartIdentifier.Identifiers[^1].Value).Name)]);
            relation = relation with { Keys = relation.Keys.Add(key) };
            keys.Add($", {(key.IsPrimary ? "PRIMARY KEY" : "UNIQUE")} ({Quoted(key.Columns)})");
        }

        var declared = statement.Definition.ColumnDefinitions.Zip(columns, Declaration);
        var create = $"CREATE TABLE {name.Quoted} ({string.Join(", ", declared)}{string.Concat(keys)})";
        return _constraints.Add(
            new(translation.Catalog.With(relation), [create]), relation,
            statement.Definition.TableConstraints.Where(constraint => constraint is not UniqueConstraintDefinition));
    }

    private Definition Alter(AlterTableAddTableElementStatement statement)
    {
        var relation = translation.Catalog.Get(statement.SchemaObjectName, translation.OwnSchema);
        var sql = new List<string>();
        foreach (var definition in statement.Definition.ColumnDefinitions)
        {
            var column = ColumnOf(definition);
            relation = relation with { Columns = relation.Columns.Add(column) };
            sql.Add($"ALTER TABLE {relation.Name.Quoted} ADD COLUMN {Declaration(definition, column)}");
        }

        return _constraints.Add(new(translation.Catalog.With(relation), sql), relation, statement.Definition.TableConstraints);
    }

    private Definition View(CreateViewStatement statement)
    {
        var name = Free(statement.SchemaObjectName);
        var query = translation.Queries.Statement(statement.SelectStatement);
        var relation = new Relation(name, IsView: true, [.. query.Columns]);
        return new(translation.Catalog.With(relation), [$"CREATE VIEW {name.Quoted} AS {query.Sql}"]);
    }

    private Definition Index(CreateIndexStatement statement)
    {
        var relation = translation.Catalog.Get(statement.OnName, translation.OwnSchema);
        var index = statement.Name.Value;
        var columns = statement.Columns.Select(column => relation.Column(column.Column.MultiPartIdentifier.Identifiers[^1].Value).Name).ToList();
        relation = relation with { Indexes = relation.Indexes.Add(index) };
        var filter = "";
        if (statement.FilterPredicate is { } condition)
        {
            var scope = new Scope();
            scope.Add(new("", relation.Columns));
            filter = " WHERE " + translation.Predicates.Translate(condition, scope).Replace("\"\".", "", StringComparison.Ordinal);
        }

        if (statement.Unique)
        {
            relation = relation with { Keys = relation.Keys.Add(new(index, IsConstraint: false, IsPrimary: false, columns)) };
        }

        var indexName = ObjectName.Quote($"{relation.Name.InSqlite}.{index}");
        return new(translation.Catalog.With(relation),
            [$"CREATE {(statement.Unique ? "UNIQUE " : "")}INDEX {indexName} ON {relation.Name.Quoted} ({Quoted(columns)}){filter}"]);
    }

    private Definition Drop(DropObjectsStatement statement, string kind)
    {
        var catalog = translation.Catalog;
        var sql = new List<string>();
        foreach (var name in statement.Objects)
        {
            if (catalog.Find(name, translation.OwnSchema) is not { } relation)
            {
                if (!statement.IsIfExists)
                {
                    throw new TdsError(3701, 11, $"Cannot drop the {kind.ToLowerInvariant()} '{name.BaseIdentifier.Value}', because it does not exist or you do not have permission.");
                }

                continue;
            }

            if (catalog.Relations.Any(other => other != relation && other.ForeignKeys.Exists(key => key.Target == relation.Name)))
            {
                throw new TdsError(3726, 16, $"Could not drop object '{name.BaseIdentifier.Value}' because it is referenced by a FOREIGN KEY constraint.");
            }

            catalog = catalog.Without(relation);
            sql.AddRange(Constraints.TriggersElsewhere(relation));
            sql.Add($"DROP {kind} {relation.Name.Quoted}");
        }

        return new(catalog, sql);
    }

    private Definition Schema(string name) => translation.Catalog.Schemas.Contains(name)
        ? throw new TdsError(2714, 16, $"There is already an object named '{name}' in the database.")
        : new(translation.Catalog.WithSchema(name), []);

    private Definition DropSchema(string name) => translation.Catalog.Relations.Any(relation => relation.Name.Schema == name)
        ? throw new TdsError(3729, 16, $"Cannot drop schema '{name}' because it is being referenced by an object.")
        : new(translation.Catalog.WithoutSchema(name), []);

    private ObjectName Free(SchemaObjectName named)
    {
        var name = ObjectName.Of(named, translation.OwnSchema);
        return translation.Catalog.Find(name) is null ? name
            : throw new TdsError(2714, 16, $"There is already an object named '{name.Name}' in the database.");
    }

    private static Column ColumnOf(ColumnDefinition definition)
    {
        if (definition.IdentityOptions is not null || definition.ComputedColumnExpression is not null
            || definition.Constraints.Any(constraint => constraint is not NullableConstraintDefinition))
        {
            throw Translation.Refusal(definition);
        }

        var type = Types.Of(definition.DataType, definition.Collation?.Value);
        if (type.Kind is SqlKind.Decimal && type.Precision > 18)
        {
            throw TdsError.Unknown($"columns of {type}: it counts eighteen digits exactly");
        }

        var nullable = definition.Constraints.OfType<NullableConstraintDefinition>().All(constraint => constraint.Nullable);
        return new(definition.ColumnIdentifier.Value, type, nullable, definition.DefaultConstraint is not null);
    }

    private string Declaration(ColumnDefinition definition, Column column)
    {
        var kind = column.Type.IsText || column.Type.Kind is SqlKind.UniqueIdentifier ? $"TEXT COLLATE {Collations.InSqlite(column.Type.Collation)}"
            : column.Type.Kind is SqlKind.Float ? "REAL"
            : column.Type.Kind is SqlKind.VarBinary ? "BLOB"
            : "INTEGER";
        var standard = definition.DefaultConstraint is { } constraint
            ? $" DEFAULT ({translation.Expressions.Translate(constraint.Expression, new Scope()).To(column.Type).Sql})"
            : "";
        return $"{ObjectName.Quote(column.Name)} {kind}{(column.Nullable ? "" : " NOT NULL")}{standard}";
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(ObjectName.Quote));
}
