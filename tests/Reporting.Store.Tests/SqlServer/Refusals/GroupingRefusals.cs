using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.Store.Tests.SqlServer.Refusals;

/// <summary>SQLite gives a column that is neither grouped nor aggregated from any row; SQL Server refuses it.</summary>
internal sealed class GroupingRefusals(Action<string> refuse) : TSqlFragmentVisitor
{
    public override void Visit(QuerySpecification node)
    {
        var shown = new ShownColumns();
        foreach (var element in node.SelectElements)
        {
            element.Accept(shown);
        }

        node.HavingClause?.Accept(shown);
        foreach (var item in OrderedByOtherThanAlias(node))
        {
            item.Accept(shown);
        }

        if (node.GroupByClause is not null || shown.Aggregates)
        {
            var grouped = node.GroupByClause is null ? [] : TSql.All<ColumnReferenceExpression>(node.GroupByClause);
            foreach (var column in shown.Columns.Where(column => !grouped.Any(group => AreSame(group, column))))
            {
                refuse($"{TSql.TextOf(column)} is neither grouped nor aggregated");
            }
        }

        if (node.UniqueRowFilter is UniqueRowFilter.Distinct && node.OrderByClause is not null)
        {
            VisitDistinctOrder(node);
        }
    }

    private static IEnumerable<ScalarExpression> OrderedByOtherThanAlias(QuerySpecification node)
    {
        var aliases = node.SelectElements.OfType<SelectScalarExpression>()
            .Select(element => element.ColumnName?.Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return (node.OrderByClause?.OrderByElements ?? [])
            .Select(item => item.Expression)
            .Where(expression => !aliases.Contains(TSql.TextOf(expression)));
    }

    private void VisitDistinctOrder(QuerySpecification node)
    {
        var selected = node.SelectElements.OfType<SelectScalarExpression>()
            .SelectMany(element => new[] { TSql.TextOf(element.Expression), element.ColumnName?.Value })
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var item in node.OrderByClause.OrderByElements.Select(item => TSql.TextOf(item.Expression)))
        {
            if (!selected.Contains(item))
            {
                refuse($"ORDER BY {item} is not among what SELECT DISTINCT gives");
            }
        }
    }

    private static bool AreSame(ColumnReferenceExpression one, ColumnReferenceExpression other)
    {
        var names = one.MultiPartIdentifier.Identifiers;
        var others = other.MultiPartIdentifier.Identifiers;
        var shared = Math.Min(names.Count, others.Count);
        return names.Reverse().Take(shared).Zip(others.Reverse().Take(shared))
            .All(pair => pair.First.Value.Equals(pair.Second.Value, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Columns outside any aggregate or subquery.</summary>
    private sealed class ShownColumns : TSqlFragmentVisitor
    {
        public List<ColumnReferenceExpression> Columns { get; } = [];

        public bool Aggregates { get; private set; }

        public override void Visit(ColumnReferenceExpression node) => Columns.Add(node);

        public override void ExplicitVisit(FunctionCall node)
        {
            if (node.OverClause is null && Functions.IsAggregate(node))
            {
                Aggregates = true;
            }
            else if (node.OverClause is not null && Functions.IsAggregate(node))
            {
                node.Parameters.Where(argument => argument is not ColumnReferenceExpression { MultiPartIdentifier: null })
                    .ToList().ForEach(argument => argument.Accept(this));
                node.OverClause.Accept(this);
            }
            else
            {
                base.ExplicitVisit(node);
            }
        }

        public override void ExplicitVisit(ScalarSubquery node)
        {
        }
    }
}
