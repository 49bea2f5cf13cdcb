using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>OPENJSON over an array of objects, with its columns declared.</summary>
internal sealed class OpenJson(Translation translation)
{
    private const string Scalar = "tds_json_scalar";

    public static void Register(SqliteConnection connection) =>
        connection.CreateFunction<string?, string?>(Scalar, text =>
        {
            using var document = JsonDocument.Parse(text ?? "null");
            return document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null
                ? null
                : document.RootElement.ToString();
        });

    public string Translate(OpenJsonTableReference table, Scope scope)
    {
        if (table.RowPattern is not null || table.SchemaDeclarationItems.Count == 0)
        {
            throw Translation.Refusal(table);
        }

        var json = translation.Expressions.Translate(table.Variable, scope);
        var columns = new List<Column>();
        var values = new List<string>();
        foreach (var item in table.SchemaDeclarationItems)
        {
            var column = new Column(item.ColumnDefinition.ColumnIdentifier.Value,
                Types.Of(item.ColumnDefinition.DataType, item.ColumnDefinition.Collation?.Value));
            columns.Add(column);
            values.Add($"{Value(item, column)} AS {ObjectName.Quote(column.Name)}");
        }

        var alias = table.Alias?.Value ?? "OPENJSON";
        scope.Add(new(alias, columns));
        return $"(SELECT {string.Join(", ", values)} FROM json_each({json.Sql})) AS {ObjectName.Quote(alias)}";
    }

    // As the text that the document gives: a number keeps its digits. What does not fit is null, as in lax mode.
    private static string Value(SchemaDeclarationItem item, Column column)
    {
        var path = (item.Mapping as StringLiteral)?.Value ?? $"$.{column.Name}";
        if (item is SchemaDeclarationItemOpenjson { AsJson: true } || !path.StartsWith("$.", StringComparison.Ordinal))
        {
            throw Translation.Refusal(item);
        }

        var text = new Expr(
            string.Create(CultureInfo.InvariantCulture, $"{Scalar}(value -> '{path.Replace("'", "''", StringComparison.Ordinal)}')"),
            SqlType.Text(SqlKind.NVarChar, SqlType.Max));
        return column.Type.Kind is SqlKind.Bit
            ? $"(CASE LOWER({text.Sql}) WHEN 'true' THEN 1 WHEN 'false' THEN 0 WHEN '1' THEN 1 WHEN '0' THEN 0 END)"
            : Conversion.Emit(text, column.Type, column: null).Sql;
    }
}
