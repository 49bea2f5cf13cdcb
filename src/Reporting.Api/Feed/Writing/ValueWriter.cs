using System.Data.Common;
using System.Text.Json;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Writing.Rows;
using Reporting.Store;

namespace Reporting.Api.Feed.Writing;

/// <summary>Writes one column of the current row, as either engine returns it.</summary>
internal sealed class ValueWriter(Utf8JsonWriter json, DbDataReader rows, Engine engine, JsonFormat format)
{
    private const int UsualLength = 256;

    private readonly ScalarWriter _scalars = new(RowValues.Of(rows, engine), format);
    private readonly RowBuffer _value = new(UsualLength);

    public void Write(FeedColumn column, int ordinal)
    {
        _value.Clear();
        _scalars.Write(column, ordinal, _value);
        json.WritePropertyName(column.JsonName);
        json.WriteRawValue(_value.Written.Span, skipInputValidation: true);
    }
}
