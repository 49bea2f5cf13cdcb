using System.Collections.Concurrent;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>Batches as SQL Server 2022 parses them, each once.</summary>
internal static class Scripts
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<TSqlStatement>> _parsed = new();

    public static IReadOnlyList<TSqlStatement> Parse(string batch) => _parsed.GetOrAdd(batch, static text =>
    {
        var script = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        return errors is [var error, ..]
            ? throw new TdsError(102, 15, $"Incorrect syntax. {error.Message}")
            : [.. ((TSqlScript)script).Batches.SelectMany(part => part.Statements)];
    });
}
