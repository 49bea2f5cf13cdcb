using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reporting.Api.Json;

/// <summary>Writes 130.00 as 130, so that a figure has one form whatever store it comes from.</summary>
internal sealed class FigureConverter : JsonConverter<decimal>
{
    // Dividing by one with every decimal place strips the trailing zeros of the scale.
    private const decimal One = 1.0000000000000000000000000000m;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDecimal() / One;

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value / One);
}
