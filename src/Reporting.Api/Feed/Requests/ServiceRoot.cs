using System.Globalization;
using Reporting.Api.Instants;

namespace Reporting.Api.Feed.Requests;

/// <summary>
/// The root that a URL stands under, which is also that of every URL in its answer: the service's own, where the present is
/// read, or <c>au/{instant}/</c> below it, where everything is read as it stood then.
/// </summary>
/// <param name="Url">The absolute URL of the service document, ending in a slash.</param>
/// <param name="At">The instant; null for the present.</param>
internal sealed record ServiceRoot(Uri Url, DateTimeOffset? At)
{
    private const string Instants = "au";

    /// <summary>The URL under which an instant is read.</summary>
    public static string Of(Uri service, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{service}{Instants}/{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}/");

    /// <summary>Divides a URL below the service's own root into the root that it stands under and the rest.</summary>
    public static (ServiceRoot Root, string Below) Divide(Uri service, string relative, TimeProvider time)
    {
        var end = relative.IndexOf('?', StringComparison.Ordinal);
        var path = end < 0 ? relative : relative[..end];
        if (path.Split('/', 3) is not [Instants, var instant, .. var rest])
        {
            return (new(service, At: null), relative);
        }

        var read = AsOf.Read(Uri.UnescapeDataString(instant), time);
        return read.Reason is { } reason
            ? throw FeedException.Malformed(reason)
            : (new(new($"{service}{Instants}/{instant}/"), read.At), string.Concat(rest) + relative[path.Length..]);
    }
}
