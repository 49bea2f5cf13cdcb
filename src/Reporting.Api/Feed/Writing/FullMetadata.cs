using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.OData.Edm;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql;

namespace Reporting.Api.Feed.Writing;

/// <summary>What odata.metadata=full adds to an entity: its type, its URL below the service root and the types that JSON does not tell.</summary>
internal sealed class FullMetadata(Utf8JsonWriter json, DbDataReader rows, SetQuery query)
{
    private readonly (FeedColumn Column, int Ordinal)[] _key =
        [.. query.Set.Key.Select(column => (column, query.Fetched.ToList().IndexOf(column)))];

    public void WriteEntity()
    {
        var id = $"{query.Set.Name}({string.Join(',', _key.Select(Literal))})";
        json.WriteString("@odata.type", $"#{FeedModel.Namespace}.{query.Set.Entity}");
        json.WriteString("@odata.id", id);
        json.WriteString("@odata.editLink", id);
    }

    public void WriteProperty(FeedColumn column, int ordinal)
    {
        if (column.Type.Kind is EdmPrimitiveTypeKind.Decimal or EdmPrimitiveTypeKind.DateTimeOffset && !rows.IsDBNull(ordinal))
        {
            json.WriteString($"{column.Name}@odata.type", $"#{column.Type.Kind}");
        }
    }

    private string Literal((FeedColumn Column, int Ordinal) key)
    {
        var literal = key.Column.Type.Kind is EdmPrimitiveTypeKind.String
            ? $"'{Uri.EscapeDataString(rows.GetString(key.Ordinal).Replace("'", "''", StringComparison.Ordinal))}'"
            : rows.GetInt32(key.Ordinal).ToString(CultureInfo.InvariantCulture);
        return _key.Length == 1 ? literal : $"{key.Column.Name}={literal}";
    }
}
