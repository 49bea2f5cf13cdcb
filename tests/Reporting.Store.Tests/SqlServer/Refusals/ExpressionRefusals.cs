using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.Store.Tests.SqlServer.Refusals;

internal sealed class ExpressionRefusals(Action<string> refuse) : TSqlFragmentVisitor
{
    public override void Visit(BinaryExpression node)
    {
        if (node.BinaryExpressionType is BinaryExpressionType.Concat)
        {
            refuse("|| is no operator before SQL Server 2025");
        }
    }

    public override void Visit(SqlDataTypeReference node)
    {
        if (node.SqlDataTypeOption is SqlDataTypeOption.Text or SqlDataTypeOption.NText or SqlDataTypeOption.Real)
        {
            refuse($"{node.SqlDataTypeOption} is another type on SQL Server than on SQLite");
        }
    }
}
