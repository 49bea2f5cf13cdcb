using System.Text;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Requests;

namespace Reporting.Api.Feed.Writing.Rows;

/// <summary>Writes the current row as a JSON object, each name in the bytes that it was turned into once.</summary>
internal sealed class RowWriter(RowValues values, IReadOnlyList<FeedColumn> columns, JsonFormat format)
{
    private readonly ScalarWriter _scalars = new(values, format);

    private readonly (FeedColumn Column, byte[] Name)[] _columns =
        [.. columns.Select(column => (column, Encoding.UTF8.GetBytes($",\"{column.JsonName}\":")))];

    public void Write(RowBuffer output)
    {
        var start = output.Length;
        for (var ordinal = 0; ordinal < _columns.Length; ordinal++)
        {
            var (column, name) = _columns[ordinal];
            if (format.OmitNulls && values.IsNull(ordinal))
            {
                continue;
            }

            output.Add(name);
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
