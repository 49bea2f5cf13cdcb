using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.TestSupport.Tds.Sql;

internal sealed record Column(string Name, SqlType Type, bool Nullable = true, bool HasDefault = false);

/// <summary>A primary key, a unique constraint or a unique index.</summary>
internal sealed record UniqueKey(string Name, bool IsConstraint, bool IsPrimary, IReadOnlyList<string> Columns);

internal sealed record ForeignKey(string Name, IReadOnlyList<string> Columns, ObjectName Target, IReadOnlyList<string> TargetColumns);

/// <summary>A table or a view as it was declared.</summary>
internal sealed record Relation(ObjectName Name, bool IsView, ImmutableList<Column> Columns)
{
    public ImmutableList<UniqueKey> Keys { get; init; } = [];

    public ImmutableList<ForeignKey> ForeignKeys { get; init; } = [];

    public ImmutableList<string> Indexes { get; init; } = [];

    public Column Column(string name) =>
        Columns.Find(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw TdsError.NoColumn(name);
}

/// <summary>What a database holds, at one moment; each change of the schema makes another.</summary>
internal sealed class Catalog
{
    public static readonly Catalog Empty = new(ImmutableDictionary.Create<string, Relation>(StringComparer.OrdinalIgnoreCase), ["dbo"]);

    private readonly ImmutableDictionary<string, Relation> _relations;

    private Catalog(ImmutableDictionary<string, Relation> relations, ImmutableHashSet<string> schemas) =>
        (_relations, Schemas) = (relations, schemas);

    public ImmutableHashSet<string> Schemas { get; }

    public IEnumerable<Relation> Relations => _relations.Values;

    /// <summary>What was translated while the schema was this one.</summary>
    public ConcurrentDictionary<(TSqlStatement Statement, string Variables), Translated> Translated { get; } = new();

    public Relation? Find(ObjectName name) => _relations.GetValueOrDefault(name.InSqlite);

    /// <summary>The object of a one or two-part name, first in the caller's own schema.</summary>
    public Relation? Find(SchemaObjectName name, string ownSchema) =>
        Find(ObjectName.Of(name, ownSchema))
        ?? (name.SchemaIdentifier is null ? Find(ObjectName.Of(name, "dbo")) : null);

    public Relation Get(SchemaObjectName name, string ownSchema) =>
        Find(name, ownSchema) ?? throw TdsError.NoObject(string.Join('.', name.Identifiers.Select(part => part.Value)));

    public Catalog With(Relation relation) => new(_relations.SetItem(relation.Name.InSqlite, relation), Schemas);

    public Catalog Without(Relation relation) => new(_relations.Remove(relation.Name.InSqlite), Schemas);

    public Catalog WithSchema(string schema) => new(_relations, Schemas.Add(schema));

    public Catalog WithoutSchema(string schema) => new(_relations, Schemas.Remove(schema));
}
