using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.Store.Tests.SqlServer.Refusals;

/// <summary>Rows of the wrong width: what an INSERT gives, what a UNION puts together.</summary>
internal sealed class ArityRefusals(Action<string> refuse) : TSqlFragmentVisitor
{
    public override void Visit(InsertSpecification node)
    {
        var columns = node.Columns.Select(column => column.MultiPartIdentifier.Identifiers[^1].Value).ToList();
        foreach (var width in Widths(node.InsertSource).Where(width => width != columns.Count))
        {
            refuse($"INSERT gives {width} values for {columns.Count} columns");
        }

        if (node.Target is NamedTableReference table
            && SchemaColumns.Required.TryGetValue(table.SchemaObject.BaseIdentifier.Value, out var required))
        {
            foreach (var missing in required.Except(columns, StringComparer.OrdinalIgnoreCase))
            {
                refuse($"INSERT gives no value for {missing}");
            }
        }
    }

    public override void Visit(BinaryQueryExpression node)
    {
        if (Width(node.FirstQueryExpression) != Width(node.SecondQueryExpression))
        {
            refuse($"{node.BinaryQueryExpressionType} of rows that differ in width");
        }
    }

    private static IEnumerable<int> Widths(InsertSource source) => source switch
    {
        ValuesInsertSource values => values.RowValues.Select(row => row.ColumnValues.Count),
        SelectInsertSource select => [Width(select.Select)],
        _ => throw new NotSupportedException($"An INSERT from {source.GetType().Name} is not looked at yet."),
    };

    private static int Width(QueryExpression query) => query switch
    {
        QuerySpecification specification => specification.SelectElements.Count,
        BinaryQueryExpression binary => Width(binary.FirstQueryExpression),
        QueryParenthesisExpression parenthesis => Width(parenthesis.QueryExpression),
        _ => throw new NotSupportedException($"{query.GetType().Name} is not looked at yet."),
    };
}
