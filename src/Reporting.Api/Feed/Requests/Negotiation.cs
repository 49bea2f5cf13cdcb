using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Reporting.Api.Feed.Writing;

namespace Reporting.Api.Feed.Requests;

/// <summary>Chooses the format of an answer from $format or, without it, from Accept.</summary>
internal static class Negotiation
{
    public static JsonFormat Json(StringValues accept, string? format) => format == "json"
        ? new()
        : Ranges(accept, format).Select(JsonFormat.Of).FirstOrDefault(json => json is not null)
            ?? throw FeedException.NotAcceptable();

    /// <summary>Metadata is XML for whoever takes XML at all: clients that prefer JSON for rows seldom mean the model.</summary>
    public static MetadataDocument Metadata(StringValues accept, string? format, FeedSettings settings)
    {
        if (format is "xml" or "json")
        {
            return format == "xml" ? MetadataDocument.Xml(settings) : MetadataDocument.Json(settings);
        }

        var ranges = Ranges(accept, format).ToList();
        return ranges.Exists(IsXml) ? MetadataDocument.Xml(settings)
            : ranges.Exists(range => JsonFormat.Of(range) is not null) ? MetadataDocument.Json(settings)
            : throw FeedException.NotAcceptable();
    }

    private static bool IsXml(MediaTypeHeaderValue range) => range.MatchesAllTypes
        || (range.Type == "application" && range.MatchesAllSubTypes)
        || range.MediaType == "application/xml";

    private static IEnumerable<MediaTypeHeaderValue> Ranges(StringValues accept, string? format)
    {
        StringValues wanted = format ?? (StringValues.IsNullOrEmpty(accept) ? "*/*" : accept);
        return MediaTypeHeaderValue.TryParseList(wanted, out var ranges)
            ? ranges.Where(range => range.Quality is not 0).OrderByDescending(range => range.Quality ?? 1)
            : throw FeedException.NotAcceptable();
    }
}
