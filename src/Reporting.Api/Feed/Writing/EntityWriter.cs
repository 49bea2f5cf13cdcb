using System.Data.Common;
using System.Text.Json;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Sql;
using Reporting.Store;

namespace Reporting.Api.Feed.Writing;

/// <summary>Writes the current row as the properties of an entity.</summary>
internal sealed class EntityWriter(
    Utf8JsonWriter json, DbDataReader rows, SetQuery query, JsonFormat format, Engine engine)
{
    private readonly ValueWriter _values = new(json, rows, engine, format);
    private readonly FullMetadata? _metadata =
        format.Metadata is MetadataLevel.Full ? new(json, rows, query) : null;

    public void WriteProperties()
    {
        _metadata?.WriteEntity();
        for (var ordinal = 0; ordinal < query.Columns.Count; ordinal++)
        {
            if (format.OmitNulls && rows.IsDBNull(ordinal))
            {
                continue;
            }

            _metadata?.WriteProperty(query.Columns[ordinal], ordinal);
            _values.Write(query.Columns[ordinal], ordinal);
        }

        _metadata?.WriteNavigations();
    }
}
