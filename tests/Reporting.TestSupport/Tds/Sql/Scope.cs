using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>Rows that a query reads, under the name that it gives them.</summary>
internal sealed record Source(string Alias, IReadOnlyList<Column> Columns);

/// <summary>What a query's expressions may name: its own sources, then those of the queries around it.</summary>
internal sealed class Scope(Scope? outer = null)
{
    private readonly List<Source> _sources = [];

    public IReadOnlyList<Source> Sources => _sources;

    public void Add(Source source)
    {
        if (_sources.Exists(known => known.Alias.Equals(source.Alias, StringComparison.OrdinalIgnoreCase)))
        {
            throw new TdsError(1013, 16, $"The objects \"{source.Alias}\" in the FROM clause have the same exposed names.");
        }

        _sources.Add(source);
    }

    public Expr Column(MultiPartIdentifier name)
    {
        var parts = name.Identifiers;
        var column = parts[^1].Value;
        var alias = parts.Count > 1 ? parts[^2].Value : null;
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            var found = scope.Candidates(alias, column);
            if (found.Count > 1)
            {
                throw new TdsError(209, 16, $"Ambiguous column name '{column}'.");
            }

            if (found is [var (source, type)])
            {
                return new($"{ObjectName.Quote(source.Alias)}.{ObjectName.Quote(type.Name)}", Declared(type.Type)) { Name = type.Name };
            }
        }

        throw alias is null
            ? TdsError.NoColumn(column)
            : new TdsError(4104, 16, $"The multi-part identifier \"{alias}.{column}\" could not be bound.");
    }

    private Scope? Outer => outer;

    private List<(Source Source, Column Column)> Candidates(string? alias, string name) =>
    [
        .. from source in _sources
           where alias is null || source.Alias.Equals(alias, StringComparison.OrdinalIgnoreCase)
           from column in source.Columns
           where column.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
           select (source, column),
    ];

    private static SqlType Declared(SqlType type) =>
        type.IsText && type.Coercibility is not Coercibility.Explicit ? type with { Coercibility = Coercibility.OfColumn } : type;
}
