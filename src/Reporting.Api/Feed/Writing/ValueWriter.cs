using System.Data.Common;
using System.Text.Json;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Writing.Rows;
using Reporting.Store;

namespace Reporting.Api.Feed.Writing;

/// <summary>Writes one column of the current row, as either engine returns it.</summary>
internal sealed class ValueWriter
{
    private const int UsualLength = 256;

    private readonly Utf8JsonWriter _json;
    private readonly RowValues _values;
    private readonly ScalarWriter _scalars;
    private readonly RowBuffer _value = new(UsualLength);

    public ValueWriter(Utf8JsonWriter json, DbDataReader rows, Engine engine, JsonFormat format)
    {
        _json = json;
        _values = RowValues.Of(rows, engine);
        _scalars = new(_values, format);
    }

    public void Write(FeedColumn column, int ordinal)
    {
        _json.WritePropertyName(column.JsonName);
        if (column.Nullable && _values.IsNull(ordinal))
        {
            _json.WriteNullValue();
            return;
        }

        _value.Clear();
        _scalars.Write(column, ordinal, _value);
        _json.WriteRawValue(_value.Written.Span, skipInputValidation: true);
    }
}
