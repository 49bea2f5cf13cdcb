using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Reporting.Api.Problems;
using Reporting.Domain.Returns;

namespace Reporting.Api.Json;

/// <summary>A posted JSON document: read whole within limits, held to its shape, or refused with the reason.</summary>
internal sealed record PostedBody<T>(T? Value, Problem? Problem)
    where T : class;

internal static class PostedBody
{
    public const int MaximumBytes = 1024 * 1024;
    private const int MaximumDepth = 16;

    public static async Task<PostedBody<T>> ReadAsync<T>(HttpRequest request, CancellationToken cancel)
        where T : class
    {
        if (!IsJson(request))
        {
            return new(null, Problem.UnsupportedMediaType());
        }

        var bytes = WithoutByteOrderMark(await ReadBytesAsync(request, cancel));
        try
        {
            using var document = JsonDocument.Parse(bytes, new() { MaxDepth = MaximumDepth });
            var type = WireJson.TypeOf<T>();
            var findings = JsonShape.Check(document.RootElement, type);
            return findings is []
                ? new PostedBody<T>(document.Deserialize(type), null)
                : new(null, Problem.WrongShape(findings, Encoding.UTF8.GetString(bytes.Span)));
        }
        catch (JsonException error)
        {
            return new(null, Problem.NotJson(Finding.At(
                Finding.Shape, Severity.Error, "", ShapeMessages.NotJson(error.LineNumber, error.BytePositionInLine))));
        }
    }

    /// <summary>An empty request stands for <paramref name="whenEmpty"/>.</summary>
    public static async Task<PostedBody<T>> ReadOptionalAsync<T>(HttpRequest request, T whenEmpty, CancellationToken cancel)
        where T : class =>
        HasBody(request) ? await ReadAsync<T>(request, cancel) : new(whenEmpty, null);

    private static bool HasBody(HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is true
        && request.ContentLength is not 0;

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding is [] or ["identity"];

    // The server itself refuses to read more than MaximumBytes.
    private static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(HttpRequest request, CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancel);
        return buffer.ToArray();
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
}
