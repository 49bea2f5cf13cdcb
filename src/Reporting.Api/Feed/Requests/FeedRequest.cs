using Microsoft.AspNetCore.Http.Features;
using Reporting.Api.Feed.Model;
using Reporting.Domain.Secrecy;

namespace Reporting.Api.Feed.Requests;

/// <summary>A URL below the service root, still as the client wrote it.</summary>
internal sealed record FeedRequest(Uri Root, string Path, string Query, Reading Reading)
{
    public const string Prefix = "/odata/v1";

    private const int LongestUrl = 8000;

    /// <summary>The root of the service: that of the request, or the one above it when it reads an instant of the past.</summary>
    public Uri Service { get; init; } = Root;

    /// <summary>The instant that the request is answered for.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>Whether the answer is held back, and of no use once it takes a link.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether the path ends in what asks for references to the rows before it.</summary>
    public bool IsForReferences => Path.Split('/') is [_, .., var last] && Uri.UnescapeDataString(last) is "$ref";

    public QueryOptions Options { get; } = new(Query);

    public Uri Url => Uri.TryCreate($"{Root}{Path}?{Options.Canonical}", UriKind.Absolute, out var url)
        ? url
        : throw FeedException.Malformed("L'URL est mal formée.");

    public static FeedRequest Of(HttpRequest request, string? publicBaseUrl, Audience audience)
    {
        var site = publicBaseUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}{request.PathBase}";
        var root = Uri.TryCreate($"{site}{Prefix}/", UriKind.Absolute, out var url)
            ? url
            : throw FeedException.Malformed("L'en-tête Host est mal formé.");
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var time = request.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        return Of(root, BelowPrefix(target, request.PathBase + Prefix), audience, time);
    }

    /// <param name="service">The absolute URL of the service document.</param>
    /// <param name="relative">The rest of the URL: path and query, percent-encoded.</param>
    /// <param name="audience">Who reads.</param>
    /// <param name="time">The clock.</param>
    public static FeedRequest Of(Uri service, string relative, Audience audience, TimeProvider time)
    {
        if (relative.Contains('#', StringComparison.Ordinal))
        {
            throw FeedException.Malformed("L'URL est mal formée.");
        }

        var (root, rest) = ServiceRoot.Divide(service, relative, time);
        var mark = rest.IndexOf('?', StringComparison.Ordinal);
        var reading = new Reading(root.At, audience);
        var (path, query) = mark < 0 ? (rest, "") : (rest[..mark], rest[(mark + 1)..]);
        var request = new FeedRequest(root.Url, path, query, reading) { Service = service, Now = time.GetUtcNow() };

        // The token of a next link is ours and may be long: it must not make the link that we wrote too long to follow.
        var length = relative.Length - (request.Options["$skiptoken"]?.Length ?? 0);
        return length <= LongestUrl ? request : throw FeedException.TooComplex();
    }

    // The decoded path would not do: a key may hold an encoded slash or quote. The prefix is counted, not compared,
    // because its own characters may be percent-encoded too.
    private static string BelowPrefix(string target, string prefix)
    {
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        var path = target.StartsWith('/') ? target : target[target.IndexOf('/', scheme + 3)..];
        var mark = path.IndexOf('?', StringComparison.Ordinal);
        var query = mark < 0 ? "" : path[mark..];
        var segments = (mark < 0 ? path : path[..mark]).Split('/');
        return string.Join('/', segments.Skip(prefix.Split('/').Length)) + query;
    }
}
