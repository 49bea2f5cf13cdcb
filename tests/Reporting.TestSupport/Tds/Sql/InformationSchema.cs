using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>INFORMATION_SCHEMA.TABLES, written out of the catalog.</summary>
internal static class InformationSchema
{
    private static readonly SqlType _name = SqlType.Text(SqlKind.NVarChar, 128);

    private static readonly IReadOnlyList<Column> _columns =
        [new("TABLE_SCHEMA", _name), new("TABLE_NAME", _name), new("TABLE_TYPE", SqlType.Text(SqlKind.VarChar, 10))];

    /// <summary>Null when the name is of something else.</summary>
    public static TranslatedQuery? Find(SchemaObjectName name, Catalog catalog)
    {
        if (name is not { SchemaIdentifier.Value: "INFORMATION_SCHEMA", BaseIdentifier.Value: "TABLES" })
        {
            return null;
        }

        var rows = catalog.Relations.Select(relation => Row(Text(relation.Name.Schema), Text(relation.Name.Name), relation.IsView ? "'VIEW'" : "'BASE TABLE'"));
        return new(string.Join(" UNION ALL ", rows.Append($"{Row("''", "''", "''")} WHERE 0")), _columns);
    }

    private static string Row(params string[] values) =>
        "SELECT " + string.Join(", ", values.Zip(_columns, (value, column) => $"{value} AS {ObjectName.Quote(column.Name)}"));

    private static string Text(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
}
