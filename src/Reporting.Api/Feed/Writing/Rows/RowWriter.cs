using System.Text;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Sql;
using Reporting.Api.Feed.Writing.Collections;

namespace Reporting.Api.Feed.Writing.Rows;

/// <summary>Writes the current row as a JSON object, each name in the bytes that it was turned into once.</summary>
internal sealed class RowWriter(RowValues values, SetQuery query, JsonFormat format, List<Gap> gaps, int start = 0)
{
    private readonly ScalarWriter _scalars = new(values, format);

    private readonly (FeedColumn Column, byte[] Name, byte[] TypedName)[] _columns =
    [
        .. query.Columns.Select(column =>
        {
            var name = $",\"{column.JsonName}\":";
            var type = format.Metadata is MetadataLevel.Minimal && column.Annotation is { } annotation
                ? $",\"{column.JsonName}@odata.type\":\"{annotation}\""
                : "";
            return (column, Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(type + name));
        }),
    ];

    private readonly (byte[] Name, int Witness, RowWriter Row)[] _expanded =
    [
        .. query.Placed(start).Select(placed => (
            Encoding.UTF8.GetBytes($",\"{placed.Expansion.Navigation.Name}\":"),
            placed.Expansion.Witness(placed.Start),
            new RowWriter(values, placed.Expansion.Query, format, gaps, placed.Start))),
    ];

    private readonly KeyColumns _key = new(query, start);

    private readonly bool _hasId = query.IsReference
        || (format.Metadata is MetadataLevel.Minimal && query.Set.Key.Except(query.Columns).Any());

    public void Write(RowBuffer output)
    {
        var brace = output.Length;
        if (_hasId)
        {
            WriteId(output);
        }

        for (var index = 0; index < _columns.Length; index++)
        {
            var (column, name, typedName) = _columns[index];
            var ordinal = start + index;
            if (column.Nullable && values.IsNull(ordinal))
            {
                WriteNull(name, output);
                continue;
            }

            output.Add(typedName);
            _scalars.Write(column, ordinal, output);
        }

        foreach (var (name, witness, row) in _expanded)
        {
            WriteExpanded(name, values.IsNull(witness) ? null : row, output);
        }

        var isFirst = output.Length == brace;
        if (isFirst)
        {
            output.Add((byte)'{');
        }

        foreach (var collection in query.Collections)
        {
            gaps.Add(new(output.Length, collection, _key.Read(values), isFirst));
            isFirst = false;
        }

        output[brace] = (byte)'{'; // in the place of the comma
        output.Add((byte)'}');
    }

    // Nothing else tells which row it is, where not all of its key is selected.
    private void WriteId(RowBuffer output)
    {
        output.Add(",\"@odata.id\":\""u8);
        Encoding.UTF8.GetBytes(EntityId.Of(query.Set, _key.Read(values)), output);
        output.Add((byte)'"');
    }

    private void WriteExpanded(byte[] name, RowWriter? row, RowBuffer output)
    {
        if (row is not null)
        {
            output.Add(name);
            row.Write(output);
        }
        else
        {
            WriteNull(name, output);
        }
    }

    private void WriteNull(byte[] name, RowBuffer output)
    {
        if (!format.OmitNulls)
        {
            output.Add(name);
            output.Add("null"u8);
        }
    }
}
