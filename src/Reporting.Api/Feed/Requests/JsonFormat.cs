using Microsoft.Net.Http.Headers;

namespace Reporting.Api.Feed.Requests;

internal enum MetadataLevel
{
    Minimal,
    Full,
    None,
}

/// <summary>One of the JSON formats of OData, as its media type names it.</summary>
internal sealed record JsonFormat(MetadataLevel Metadata = MetadataLevel.Minimal, bool Ieee754Compatible = false)
{
    /// <summary>Whether properties that are null are left out, which the client prefers and no media type says.</summary>
    public bool OmitNulls { get; init; }

    public string ContentType =>
        $"application/json;odata.metadata={Metadata.ToString().ToLowerInvariant()};odata.streaming=true"
        + (Ieee754Compatible ? ";IEEE754Compatible=true" : "") + ";charset=utf-8";

    /// <summary>Reads a media range; null when JSON does not satisfy it, or it asks for a parameter that is not known.</summary>
    public static JsonFormat? Of(MediaTypeHeaderValue range)
    {
        if (!(range.MatchesAllTypes || (range.Type == "application" && range.MatchesAllSubTypes) || range.MediaType == "application/json"))
        {
            return null;
        }

        JsonFormat? format = new();
        foreach (var parameter in range.Parameters)
        {
            format = format?.With(parameter.Name.ToString().ToLowerInvariant(), parameter.Value.ToString().Trim('"').ToLowerInvariant());
        }

        return format;
    }

    private JsonFormat? With(string parameter, string value) => (parameter, value) switch
    {
        ("q", _) => this,
        ("charset", "utf-8") => this,
        ("odata.streaming" or "streaming", "true" or "false") => this,
        ("odata.metadata" or "metadata", "minimal") => this with { Metadata = MetadataLevel.Minimal },
        ("odata.metadata" or "metadata", "full") => this with { Metadata = MetadataLevel.Full },
        ("odata.metadata" or "metadata", "none") => this with { Metadata = MetadataLevel.None },
        ("ieee754compatible", "true" or "false") => this with { Ieee754Compatible = value == "true" },
        _ => null,
    };
}
