using System.Text.RegularExpressions;
using Dapper;

namespace Reporting.Store.Tests.SchemaAgreement;

/// <summary>The same lines, as a created SQLite database answers. Only its own SQL text keeps a constraint's name.</summary>
internal sealed partial class SqliteOutline(Database database)
{
    public Task<IReadOnlyList<string>> ColumnsAsync() => ReadAsync(
        """
        SELECT t.name || ' ' || c.cid || '. ' || c.name || ' ' || c.type || CASE WHEN c."notnull" = 0 THEN ' null' ELSE '' END
        FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table';
        """);

    public Task<IReadOnlyList<string>> ViewsAsync() => ReadAsync(
        """
        SELECT v.name || ' (' || (SELECT group_concat(c.name, ', ' ORDER BY c.cid) FROM pragma_table_info(v.name) c) || ')'
        FROM sqlite_master v WHERE v.type = 'view';
        """);

    public Task<IReadOnlyList<string>> IndexesAsync() => ReadAsync(
        """
        SELECT t.name || ' ' || i.name || ' (' || (SELECT group_concat(c.name, ', ' ORDER BY c.seqno) FROM pragma_index_info(i.name) c)
            || ')' || CASE WHEN i."unique" = 1 THEN ' unique' ELSE '' END
        FROM sqlite_master t JOIN pragma_index_list(t.name) i WHERE t.type = 'table' AND i.origin = 'c';
        """);

    /// <summary>The primary keys' columns as the engine has them, for the names that the text gives.</summary>
    public Task<IReadOnlyList<string>> PrimaryKeyColumnsAsync() => ReadAsync(
        """
        SELECT t.name || ' (' || (SELECT group_concat(c.name, ', ' ORDER BY c.pk) FROM pragma_table_info(t.name) c WHERE c.pk > 0) || ')'
        FROM sqlite_master t WHERE t.type = 'table';
        """);

    public Task<IReadOnlyList<string>> ForeignKeysWithoutNameAsync() => ReadAsync(
        """
        SELECT t.name || ' (' || group_concat(k."from", ', ' ORDER BY k.seq) || ') -> ' || k."table"
            || ' (' || group_concat(k."to", ', ' ORDER BY k.seq) || ')'
        FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) k WHERE t.type = 'table' GROUP BY t.name, k.id;
        """);

    public Task<IReadOnlyList<string>> PrimaryKeysAsync() => NamedAsync(PrimaryKey(), "$1 ($2)");

    public Task<IReadOnlyList<string>> ForeignKeysAsync() => NamedAsync(ForeignKey(), "$1 ($2) -> $3 ($4)");

    public Task<IReadOnlyList<string>> ChecksAsync() => NamedAsync(Check(), "$1 $2");

    private async Task<IReadOnlyList<string>> NamedAsync(Regex constraint, string line) =>
    [
        .. (await TablesAsync())
            .SelectMany(table => constraint.Matches(table.Sql).Select(match => $"{table.Name} {match.Result(line)}"))
            .Order(StringComparer.Ordinal),
    ];

    private async Task<IReadOnlyList<string>> ReadAsync(string sql)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        return [.. (await connection.QueryAsync<string>(sql)).Order(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<(string Name, string Sql)>> TablesAsync()
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        return [.. await connection.QueryAsync<(string, string)>("SELECT name, sql FROM sqlite_master WHERE type = 'table';")];
    }

    [GeneratedRegex(@"CONSTRAINT (\w+) PRIMARY KEY \(([^)]*)\)")]
    private static partial Regex PrimaryKey();

    [GeneratedRegex(@"CONSTRAINT (\w+) FOREIGN KEY \(([^)]*)\) REFERENCES (\w+) \(([^)]*)\)")]
    private static partial Regex ForeignKey();

    [GeneratedRegex(@"CONSTRAINT (\w+) CHECK \((.*)\)")]
    private static partial Regex Check();
}
