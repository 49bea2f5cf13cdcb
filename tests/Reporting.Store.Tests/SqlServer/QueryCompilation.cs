using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Reporting.Store.Tests.SqlServer.Refusals;

namespace Reporting.Store.Tests.SqlServer;

/// <summary>Compiles a query against the schema, as the body of a procedure whose parameters are the query's.</summary>
public static partial class QueryCompilation
{
    public static void AssertCompiles(string tsql)
    {
        var errors = Errors(tsql);
        Assert.True(errors.Count == 0, string.Join('\n', [.. errors, "in", tsql]));
    }

    public static IReadOnlyList<string> Errors(string tsql)
    {
        var body = ExpandLists(tsql);
        var script = TSql.Parse(body);
        return [.. RefusedSql.ReasonsIn(script), .. SchemaModel.ErrorsOf(Procedure(body, Parameters(script)))];
    }

    // DacFx resolves names and leaves types to the engine, so one type does for every parameter.
    private static string Procedure(string body, IReadOnlyList<string> parameters) =>
        $"""
        CREATE PROCEDURE dbo.QueryUnderTest {string.Join(", ", parameters.Select(name => $"{name} sql_variant"))} AS
        BEGIN
        {body}
        END
        """;

    private static IReadOnlyList<string> Parameters(TSqlScript script)
    {
        var named = TSql.All<ExecuteParameter>(script).Select(parameter => parameter.Variable).OfType<VariableReference>();
        var declared = TSql.All<DeclareVariableElement>(script).Select(variable => variable.VariableName.Value)
            .Concat(TSql.All<DeclareTableVariableBody>(script).Select(table => table.VariableName.Value));
        return
        [
            .. TSql.All<VariableReference>(script).Except(named).Select(variable => variable.Name)
                .Except(declared, StringComparer.OrdinalIgnoreCase)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    internal static string ExpandLists(string tsql) => ListParameter().Replace(tsql, "IN ($1)");

    // Dapper writes a list parameter out as (@p1, @p2).
    [GeneratedRegex(@"\bIN\s+(@\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex ListParameter();
}
