using System.Buffers;
using System.Data.Common;
using System.Text.Json;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Requests;
using Reporting.Store;

namespace Reporting.Api.Feed.Writing;

/// <summary>Writes the one column that is asked for of the current row by itself.</summary>
internal sealed class PropertyWriter(DbDataReader rows, Engine engine)
{
    public void WriteDocument(
        IBufferWriter<byte> output, FeedRequest request, Resource.Property property, IReadOnlyList<object> key, JsonFormat format)
    {
        using var json = FeedJson.Create(output);
        json.WriteStartObject();
        json.WriteContext(request, format, ContextUrl.OfProperty(property, key));
        if (format.Metadata is MetadataLevel.Full
            && !property.Column.Type.IsToldByJson)
        {
            json.WriteString("@odata.type", $"#{property.Column.Type.Kind}");
        }

        WriteValue(json, property.Column, format);
        json.WriteEndObject();
    }

    /// <summary>The value as text: what JSON has between quotes, or without any.</summary>
    public string Text(FeedColumn column)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = FeedJson.Create(buffer))
        {
            json.WriteStartObject();
            WriteValue(json, column, new());
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        var value = document.RootElement.GetProperty("value");
        return value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
    }

    private void WriteValue(Utf8JsonWriter json, FeedColumn column, JsonFormat format) =>
        new ValueWriter(json, rows, engine, format)
            .Write(new("value", column.Type, column.Stored, column.Description) { Nullable = column.Nullable }, 0);
}
