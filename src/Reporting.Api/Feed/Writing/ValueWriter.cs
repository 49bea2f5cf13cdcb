using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.OData.Edm;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Requests;
using Reporting.Store;

namespace Reporting.Api.Feed.Writing;

/// <summary>Writes one column of the current row, as either engine returns it.</summary>
internal sealed class ValueWriter(Utf8JsonWriter json, DbDataReader rows, Engine engine, JsonFormat format)
{
    private const decimal One = 1.0000000000000000000000000000m;

    public void Write(FeedColumn column, int ordinal)
    {
        if (column.Nullable && rows.IsDBNull(ordinal))
        {
            json.WriteNull(column.JsonName);
            return;
        }

        switch (column.Type.Kind)
        {
            case EdmPrimitiveTypeKind.String:
                json.WriteString(column.JsonName, rows.GetString(ordinal));
                break;
            case EdmPrimitiveTypeKind.Int32:
                json.WriteNumber(column.JsonName, rows.GetInt32(ordinal));
                break;
            case EdmPrimitiveTypeKind.Boolean:
                json.WriteBoolean(column.JsonName, rows.GetBoolean(ordinal));
                break;
            case EdmPrimitiveTypeKind.Decimal:
                WriteDecimal(column, ordinal);
                break;
            case EdmPrimitiveTypeKind.DateTimeOffset:
                json.WriteString(column.JsonName, rows.GetFieldValue<DateTimeOffset>(ordinal).UtcDateTime);
                break;
            default:
                throw new NotSupportedException($"No column of the feed is an {column.Type.Kind}.");
        }
    }

    private void WriteDecimal(FeedColumn column, int ordinal)
    {
        var value = engine is Engine.Sqlite
            ? Math.Round((decimal)rows.GetDouble(ordinal), column.Type.Size)
            : rows.GetDecimal(ordinal);
        var shortest = value / One; // 12.30 and 12.3 are one figure: both engines write the latter
        if (format.Ieee754Compatible)
        {
            json.WriteString(column.JsonName, shortest.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNumber(column.JsonName, shortest);
        }
    }
}
