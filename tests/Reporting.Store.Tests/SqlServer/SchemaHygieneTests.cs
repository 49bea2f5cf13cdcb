using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.Store.Tests.SqlServer;

public sealed class SchemaHygieneTests
{
    public static TheoryData<string> ForeignKeys => [.. SchemaKeys.Foreign().Select(key => key.Name)];

    public static TheoryData<string, string> Indexes
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var script in SchemaScripts.SqlServer)
            {
                foreach (var index in TSql.All<CreateIndexStatement>(TSql.Parse(SchemaScripts.Read(script))))
                {
                    rows.Add(index.Name.Value, CommentAbove(index));
                }
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(ForeignKeys))]
    public void Every_foreign_key_leads_an_index(string name)
    {
        var key = SchemaKeys.Foreign().Single(key => key.Name == name);
        Assert.Contains(SchemaKeys.Indexes(key.Table), index => key.Columns.ToHashSet().SetEquals(index.Take(key.Columns.Count)));
    }

    [Theory, MemberData(nameof(Indexes))]
    public void Every_index_says_what_it_serves(string index, string comment) =>
        Assert.True(comment.StartsWith("-- Serves ", StringComparison.Ordinal), $"{index} has above it: '{comment}'");

    private static string CommentAbove(CreateIndexStatement index)
    {
        var tokens = index.ScriptTokenStream;
        var above = index.FirstTokenIndex - 1;
        while (above >= 0 && tokens[above].TokenType is TSqlTokenType.WhiteSpace)
        {
            above--;
        }

        return above >= 0 && tokens[above].TokenType is TSqlTokenType.SingleLineComment ? tokens[above].Text : "";
    }
}
