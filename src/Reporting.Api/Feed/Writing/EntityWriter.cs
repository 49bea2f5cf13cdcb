using System.Data.Common;
using System.Text.Json;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Sql;
using Reporting.Api.Feed.Writing.Collections;
using Reporting.Api.Feed.Writing.Rows;
using Reporting.Store;

namespace Reporting.Api.Feed.Writing;

/// <summary>Writes the current row as the properties of an entity, with full metadata.</summary>
internal sealed class EntityWriter(
    Utf8JsonWriter json, DbDataReader rows, SetQuery query, JsonFormat format, Engine engine, RowText text, int start = 0)
{
    private readonly RowValues _row = RowValues.Of(rows, engine);
    private readonly KeyColumns _key = new(query, start);
    private readonly ValueWriter _values = new(json, rows, engine, format);
    private readonly FullMetadata _metadata = new(json, rows, query, start);

    private readonly (Expansion Expansion, int Witness, EntityWriter Row)[] _expanded =
    [
        .. query.Placed(start).Select(placed => (
            placed.Expansion,
            placed.Expansion.Witness(placed.Start),
            new EntityWriter(json, rows, placed.Expansion.Query, format, engine, text, placed.Start))),
    ];

    private void Write()
    {
        if (query.IsReference)
        {
            _metadata.WriteId();
        }
        else
        {
            WriteProperties();
        }
    }

    public void WriteProperties()
    {
        _metadata.WriteEntity();
        for (var index = 0; index < query.Columns.Count; index++)
        {
            var ordinal = start + index;
            if (format.OmitNulls && rows.IsDBNull(ordinal))
            {
                continue;
            }

            _metadata.WriteProperty(query.Columns[index], ordinal);
            _values.Write(query.Columns[index], ordinal);
        }

        _metadata.WriteLinks();
        foreach (var (expansion, witness, row) in _expanded)
        {
            WriteExpanded(expansion, rows.IsDBNull(witness) ? null : row);
        }

        foreach (var collection in query.Collections)
        {
            _metadata.WriteLinks(collection.Navigation);
            json.Flush();
            text.Gaps.Add(new(text.Buffer.Length, collection, _key.Read(_row), IsFirst: false));
        }
    }

    private void WriteExpanded(Expansion expansion, EntityWriter? row)
    {
        _metadata.WriteLinks(expansion.Navigation);
        if (row is not null)
        {
            json.WriteStartObject(expansion.Navigation.Name);
            row.Write();
            json.WriteEndObject();
        }
        else if (!format.OmitNulls)
        {
            json.WriteNull(expansion.Navigation.Name);
        }
    }
}
