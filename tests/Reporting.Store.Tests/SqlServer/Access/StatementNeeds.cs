using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.Store.Tests.SqlServer.Access;

/// <summary>What T-SQL asks of the account that runs it. A kind of statement that it does not know counts as DDL.</summary>
internal sealed class StatementNeeds : TSqlFragmentVisitor
{
    private readonly HashSet<Need> _needs = [];
    private readonly HashSet<TSqlFragment> _targets = [];
    private readonly HashSet<string> _local;
    private readonly Dictionary<string, string> _aliases;

    private StatementNeeds(TSqlFragment script)
    {
        _local = TSql.All<CommonTableExpression>(script).Select(cte => cte.ExpressionName.Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        _aliases = TSql.All<NamedTableReference>(script).Where(table => table.Alias is not null)
            .GroupBy(table => table.Alias.Value, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(tables => tables.Key, tables => NameOf(tables.First()), StringComparer.OrdinalIgnoreCase);
    }

    public static IReadOnlySet<Need> Of(string tsql)
    {
        var script = TSql.Parse(QueryCompilation.ExpandLists(tsql));
        var visitor = new StatementNeeds(script);
        script.Accept(visitor);
        return visitor._needs;
    }

    public override void Visit(TSqlStatement node)
    {
        if (node is not (SelectStatement or InsertStatement or UpdateStatement or DeleteStatement or ExecuteStatement
            or DeclareVariableStatement or DeclareTableVariableStatement or SetVariableStatement
            or IfStatement or BeginEndBlockStatement or ThrowStatement))
        {
            _needs.Add(new("DDL", node.GetType().Name));
        }
    }

    public override void Visit(InsertSpecification node) => Write("INSERT", node.Target);

    public override void Visit(UpdateSpecification node) => Write("UPDATE", node.Target);

    public override void Visit(DeleteSpecification node) => Write("DELETE", node.Target);

    public override void Visit(ExecutableProcedureReference node) =>
        _needs.Add(new("EXECUTE", node.ProcedureReference.ProcedureReference.Name.BaseIdentifier.Value));

    public override void Visit(NamedTableReference node)
    {
        if (!_targets.Contains(node) && !_local.Contains(NameOf(node)))
        {
            _needs.Add(new("SELECT", NameOf(node)));
        }
    }

    private void Write(string permission, TableReference target)
    {
        if (target is NamedTableReference table)
        {
            _targets.Add(table);
            _needs.Add(new(permission, _aliases.GetValueOrDefault(NameOf(table), NameOf(table))));
        }
    }

    private static string NameOf(NamedTableReference table) => table.SchemaObject.BaseIdentifier.Value;
}
