using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.Store.Tests.SqlServer.Refusals;

/// <summary>
/// What SQL Server 2022 refuses, or takes for something else, and DacFx lets pass because it resolves names only: above
/// all what SQLite is glad to run.
/// </summary>
internal static class RefusedSql
{
    public static IReadOnlyList<string> ReasonsIn(TSqlFragment sql)
    {
        var found = new List<string>();
        sql.Accept(new FunctionRefusals(found.Add));
        sql.Accept(new GroupingRefusals(found.Add));
        sql.Accept(new ArityRefusals(found.Add));
        sql.Accept(new ExpressionRefusals(found.Add));
        return found;
    }
}
