using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.Store.Tests.SqlServer.Refusals;

/// <summary>What the scripts of db/sqlserver say of columns.</summary>
internal static class SchemaColumns
{
    private static readonly TSqlScript[] _scripts =
        [.. SchemaScripts.SqlServer.Select(script => TSql.Parse(SchemaScripts.Read(script)))];

    /// <summary>The columns of tables and views that are bits, which SQL Server neither adds up nor orders.</summary>
    public static IReadOnlySet<string> Bits { get; } = _scripts
        .SelectMany(TSql.All<ColumnDefinition>)
        .Where(column => IsBit(column.DataType))
        .Select(column => column.ColumnIdentifier.Value)
        .Concat(_scripts
            .SelectMany(TSql.All<SelectScalarExpression>)
            .Where(element => element.Expression is CastCall cast && IsBit(cast.DataType))
            .Select(element => element.ColumnName.Value))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The columns of each table that a new row must give.</summary>
    public static IReadOnlyDictionary<string, string[]> Required { get; } = _scripts
        .SelectMany(TSql.All<CreateTableStatement>)
        .ToDictionary(
            table => table.SchemaObjectName.BaseIdentifier.Value,
            table => table.Definition.ColumnDefinitions.Where(IsRequired).Select(column => column.ColumnIdentifier.Value).ToArray(),
            StringComparer.OrdinalIgnoreCase);

    private static bool IsBit(DataTypeReference type) =>
        type is SqlDataTypeReference { SqlDataTypeOption: SqlDataTypeOption.Bit };

    private static bool IsRequired(ColumnDefinition column) =>
        column.DefaultConstraint is null && column.IdentityOptions is null
        && column.Constraints.OfType<NullableConstraintDefinition>().Any(constraint => !constraint.Nullable);
}
