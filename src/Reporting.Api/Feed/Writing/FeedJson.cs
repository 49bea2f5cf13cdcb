using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Reporting.Api.Feed.Requests;

namespace Reporting.Api.Feed.Writing;

/// <summary>How every JSON document of the feed is written.</summary>
internal static class FeedJson
{
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static readonly JsonEncodedText Context = JsonEncodedText.Encode("@odata.context");

    // Rows come from the store, in an order that this code decides: checking each token again would cost a fifth of the time.
    private static readonly JsonWriterOptions Options =
        new() { Encoder = Encoder, SkipValidation = true };

    public static Utf8JsonWriter Create(IBufferWriter<byte> output) => new(output, Options);

    public static void WriteContext(this Utf8JsonWriter json, FeedRequest request, JsonFormat format, string fragment)
    {
        if (format.Metadata is not MetadataLevel.None)
        {
            json.WriteString(Context, $"{request.Root}$metadata{fragment}");
        }
    }

    public static void WriteCount(this Utf8JsonWriter json, long count, JsonFormat format)
    {
        if (format.Ieee754Compatible)
        {
            json.WriteString("@odata.count", count.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNumber("@odata.count", count);
        }
    }
}
