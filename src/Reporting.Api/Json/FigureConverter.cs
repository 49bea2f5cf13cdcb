using System.Text.Json;
using System.Text.Json.Serialization;
using Reporting.Domain;

namespace Reporting.Api.Json;

/// <summary>Writes 130.00 as 130, so that a figure has one form whatever store it comes from.</summary>
internal sealed class FigureConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Figures.Shortest(reader.GetDecimal());

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(Figures.Shortest(value));
}
