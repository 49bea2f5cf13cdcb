using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reporting.Domain.Participations;

namespace Reporting.Cli.Files;

/// <summary>Writes the receipt without reflection, so that the program can be trimmed.</summary>
[JsonSerializable(typeof(ReceiptDocument))]
internal sealed partial class ReceiptContract : JsonSerializerContext
{
    public static ReceiptContract Readable { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
