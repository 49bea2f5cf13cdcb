using System.Net.Mime;
using Microsoft.Net.Http.Headers;
using Reporting.Api.Problems;

namespace Reporting.Api.PlainText;

/// <summary>Marks a route that also answers in plain French, and tells which requests want it.</summary>
internal sealed class TextFormat
{
    public const string Parameter = "format";
    public const string ContentType = $"{MediaTypeNames.Text.Plain}; charset=utf-8";

    private const string Text = "texte";
    private const string Json = "json";

    /// <summary>Whether the answer is to be text: asked by <c>format=texte</c>, or by an <c>Accept</c> that names text before JSON.</summary>
    public static bool IsWanted(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<TextFormat>() is not null
        && (http.Request.Query.TryGetValue(Parameter, out var format) ? format == Text : AcceptsTextFirst(http.Request));

    public static Problem? Unknown(HttpRequest request) =>
        request.Query.TryGetValue(Parameter, out var format) && format != Text && format != Json
            ? new(ProblemType.InvalidRequest, $"« {Parameter} » vaut « {Text} » ou « {Json} ».")
            : null;

    private static bool AcceptsTextFirst(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return Quality(accepted, MediaTypeNames.Text.Plain) is { } text
            && text > (Quality(accepted, MediaTypeNames.Application.Json) ?? 0);
    }

    // Named as such: « */* » asks for nothing in particular.
    private static double? Quality(IEnumerable<MediaTypeHeaderValue> accepted, string type) =>
        accepted.FirstOrDefault(range => range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)) is { } named
            ? named.Quality ?? 1
            : null;
}
