using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Reporting.Api.Feed.Requests;

/// <summary>Chooses the format of an answer from $format or, without it, from Accept.</summary>
internal static class Negotiation
{
    public static JsonFormat Json(StringValues accept, string? format)
    {
        if (format == "json")
        {
            return new();
        }

        return Ranges(accept, format).Select(JsonFormat.Of).FirstOrDefault(json => json is not null)
            ?? throw FeedException.NotAcceptable();
    }

    public static void RequireXml(StringValues accept, string? format)
    {
        if (format != "xml" && !Ranges(accept, format).Any(range => range.MatchesAllTypes
            || (range.Type == "application" && range.MatchesAllSubTypes) || range.MediaType == "application/xml"))
        {
            throw FeedException.NotAcceptable();
        }
    }

    private static IEnumerable<MediaTypeHeaderValue> Ranges(StringValues accept, string? format)
    {
        StringValues wanted = format ?? (StringValues.IsNullOrEmpty(accept) ? "*/*" : accept);
        return MediaTypeHeaderValue.TryParseList(wanted, out var ranges)
            ? ranges.Where(range => range.Quality is not 0).OrderByDescending(range => range.Quality ?? 1)
            : throw FeedException.NotAcceptable();
    }
}
