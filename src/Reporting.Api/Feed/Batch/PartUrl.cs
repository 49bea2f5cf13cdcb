using Reporting.Api.Feed.Requests;

namespace Reporting.Api.Feed.Batch;

/// <summary>Finds what a URL of a batch designates, in whichever of the three forms it is written.</summary>
internal static class PartUrl
{
    /// <summary>
    /// The URL below the service root, still percent-encoded. One that is relative stands under the root of the batch.
    /// </summary>
    public static string BelowRoot(string url, HttpRequest batch, FeedRequest feed)
    {
        var path = AfterHost(url, batch, feed.Service);
        foreach (var prefix in (string[])[$"{batch.PathBase}{FeedRequest.Prefix}/", feed.Service.AbsolutePath])
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal))
            {
                return path[prefix.Length..];
            }
        }

        var root = feed.Root.AbsoluteUri[feed.Service.AbsoluteUri.Length..];
        return path.StartsWith('/') ? throw Foreign() : root + path;
    }

    private static string AfterHost(string url, HttpRequest batch, Uri root)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || url.AsSpan(0, scheme).ContainsAny("/?("))
        {
            return url;
        }

        var slash = url.IndexOf('/', scheme + 3);
        var site = slash < 0 ? url : url[..slash];
        return site.Equals(root.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)
            || site.Equals($"{batch.Scheme}://{batch.Host}", StringComparison.OrdinalIgnoreCase)
                ? slash < 0 ? "/" : url[slash..]
                : throw Foreign();
    }

    private static FeedException Foreign() => FeedException.Malformed("Une requête du lot s'adresse à autre chose qu'à ce flux.");
}
