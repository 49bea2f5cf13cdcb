using System.IO.Compression;
using System.Net.Mime;
using Microsoft.Net.Http.Headers;
using Reporting.Domain.Participations;

namespace Reporting.Api.Counts;

/// <summary>The records of a request as they arrive: decompressed, held to the limit, and kept nowhere.</summary>
internal sealed class PostedRecords : IAsyncDisposable
{
    public const string Ndjson = "application/x-ndjson";

    /// <summary>What <c>Content-Encoding</c> may be, as RFC 9110 lets a refusal tell.</summary>
    public const string Encodings = "gzip, br";

    // So much may be of any ratio: it is counted in no time.
    private const long AnyRatio = 16 * 1024 * 1024;

    private readonly PacedStream _sent;
    private readonly MeasuredStream _received;
    private readonly MeasuredStream _content;

    private PostedRecords(HttpRequest request, ParticipationFormat format, Func<Stream, Stream> decompress, CountSettings settings)
    {
        // A compressed body can stall for ever on blocks that hold nothing: both sides have the limit.
        _sent = new(request.Body, settings.MinimumBytesPerSecond, TimeSpan.FromSeconds(settings.GraceSeconds));
        _received = new(_sent, () => settings.MaximumBytes);
        _content = new(decompress(_received), () => Math.Min(
            settings.MaximumBytes, Math.Max(AnyRatio, _received.Position * settings.MaximumRatio)));
        Source = new("corps", _content, format);
    }

    public ParticipationSource Source { get; }

    public bool IsTooLarge => _received.IsExceeded || _content.IsExceeded;

    public bool IsTooSlow => _sent.IsTooSlow;

    /// <summary>Null when the request says neither CSV nor NDJSON in UTF-8, or is compressed in another way.</summary>
    public static PostedRecords? Open(HttpRequest request, CountSettings settings) =>
        FormatOf(request) is { } format && DecompressionOf(request) is { } decompress
            ? new(request, format, decompress, settings)
            : null;

    public ValueTask DisposeAsync() => _content.DisposeAsync();

    private static ParticipationFormat? FormatOf(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        return type.MediaType.Equals(MediaTypeNames.Text.Csv, StringComparison.OrdinalIgnoreCase) ? ParticipationFormat.Csv
            : type.MediaType.Equals(Ndjson, StringComparison.OrdinalIgnoreCase) ? ParticipationFormat.Ndjson
            : null;
    }

    private static Func<Stream, Stream>? DecompressionOf(HttpRequest request) =>
        request.Headers.ContentEncoding.ToString().ToUpperInvariant() switch
        {
            "" or "IDENTITY" => stream => stream,
            "GZIP" or "X-GZIP" => stream => new GZipStream(stream, CompressionMode.Decompress),
            "BR" => stream => new BrotliStream(stream, CompressionMode.Decompress),
            _ => null,
        };
}
