using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.Store.Tests.SqlServer;

/// <summary>What the store's T-SQL does without.</summary>
internal static class Constructs
{
    public static IReadOnlyList<string> ForbiddenIn(TSqlFragment sql)
    {
        var visitor = new Visitor();
        sql.Accept(visitor);
        return visitor.Found;
    }

    private sealed class Visitor : TSqlFragmentVisitor
    {
        public List<string> Found { get; } = [];

        public override void Visit(MergeStatement node) => Found.Add("MERGE");

        public override void Visit(CreateOrAlterViewStatement node) => Found.Add("CREATE OR ALTER VIEW");

        public override void Visit(CreateOrAlterProcedureStatement node) => Found.Add("CREATE OR ALTER PROCEDURE");

        public override void Visit(CreateOrAlterFunctionStatement node) => Found.Add("CREATE OR ALTER FUNCTION");

        public override void Visit(CreateOrAlterTriggerStatement node) => Found.Add("CREATE OR ALTER TRIGGER");

        public override void Visit(SelectStarExpression node) => Found.Add("SELECT *");

        public override void Visit(TableHint node)
        {
            if (node.HintKind is TableHintKind.NoLock or TableHintKind.ReadUncommitted)
            {
                Found.Add("NOLOCK");
            }
        }

        public override void Visit(SetTransactionIsolationLevelStatement node)
        {
            if (node.Level is IsolationLevel.ReadUncommitted)
            {
                Found.Add("READ UNCOMMITTED");
            }
        }
    }
}
