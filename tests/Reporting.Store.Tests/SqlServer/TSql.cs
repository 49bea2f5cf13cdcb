using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.Store.Tests.SqlServer;

/// <summary>T-SQL as SQL Server 2022 parses it.</summary>
internal static class TSql
{
    public static TSqlScript Parse(string text)
    {
        var script = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        Assert.True(errors.Count == 0, string.Join('\n', errors.Select(error => $"{error.Line}:{error.Column} {error.Message}")));
        return script;
    }

    public static string TextOf(TSqlFragment fragment) =>
        string.Concat(fragment.ScriptTokenStream
            .Take(fragment.LastTokenIndex + 1)
            .Skip(fragment.FirstTokenIndex)
            .Select(token => token.Text));

    public static IReadOnlyList<T> All<T>(TSqlFragment fragment)
        where T : TSqlFragment
    {
        var found = new Collector<T>();
        fragment.Accept(found);
        return found.Items;
    }

    private sealed class Collector<T> : TSqlFragmentVisitor
        where T : TSqlFragment
    {
        public List<T> Items { get; } = [];

        public override void Visit(TSqlFragment node)
        {
            if (node is T item)
            {
                Items.Add(item);
            }
        }
    }
}
