using System.Text;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Requests;

namespace Reporting.Api.Feed.Writing.Rows;

/// <summary>Writes the current row as a JSON object, each name in the bytes that it was turned into once.</summary>
internal sealed class RowWriter(RowValues values, IReadOnlyList<FeedColumn> columns, JsonFormat format)
{
    private readonly ScalarWriter _scalars = new(values, format);

    private readonly (FeedColumn Column, byte[] Name, byte[] TypedName)[] _columns =
    [
        .. columns.Select(column =>
        {
            var name = $",\"{column.JsonName}\":";
            var type = format.Metadata is MetadataLevel.Minimal && column.Annotation is { } annotation
                ? $",\"{column.JsonName}@odata.type\":\"{annotation}\""
                : "";
            return (column, Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(type + name));
        }),
    ];

    public void Write(RowBuffer output)
    {
        var start = output.Length;
        for (var ordinal = 0; ordinal < _columns.Length; ordinal++)
        {
            var (column, name, typedName) = _columns[ordinal];
            var isNull = column.Nullable && values.IsNull(ordinal);
            if (format.OmitNulls && isNull)
            {
                continue;
            }

            output.Add(isNull ? name : typedName);
            _scalars.Write(column, ordinal, output);
        }

        if (output.Length == start)
        {
            output.Add((byte)'{');
        }

        output[start] = (byte)'{'; // in the place of the comma
        output.Add((byte)'}');
    }
}
