using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.Store.Tests.SqlServer.Refusals;

internal sealed class FunctionRefusals(Action<string> refuse) : TSqlFragmentVisitor
{
    public override void Visit(FunctionCall node)
    {
        var name = node.FunctionName.Value;
        if (node.CallTarget is not null)
        {
            return;
        }

        if (!Functions.IsKnown(node))
        {
            refuse($"{name} is no function of SQL Server that Functions.cs lists");
        }
        else if (!Functions.Takes(node))
        {
            refuse($"{name} does not take {node.Parameters.Count} arguments");
        }
        else if (Functions.IsAggregate(node))
        {
            VisitAggregate(node, name);
        }
    }

    private void VisitAggregate(FunctionCall node, string name)
    {
        var within = node.Parameters.SelectMany(TSql.All<TSqlFragment>).ToList();
        if (within.OfType<ScalarSubquery>().Any())
        {
            refuse($"{name} of a subquery");
        }
        else if (node.OverClause is null && within.OfType<FunctionCall>().Any(Functions.IsAggregate))
        {
            refuse($"{name} of an aggregate");
        }

        if (!name.StartsWith("COUNT", StringComparison.OrdinalIgnoreCase)
            && node.Parameters[0] is ColumnReferenceExpression column
            && SchemaColumns.Bits.Contains(column.MultiPartIdentifier.Identifiers[^1].Value))
        {
            refuse($"{name} of the bit {column.MultiPartIdentifier.Identifiers[^1].Value}");
        }
    }
}
