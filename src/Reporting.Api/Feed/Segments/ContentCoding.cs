using System.IO.Compression;

namespace Reporting.Api.Feed.Segments;

/// <summary>A way to compress an answer, at a level that keeps up with the rows.</summary>
/// <param name="Name">What HTTP calls it.</param>
/// <param name="Compress">Compresses what is written on its way to a stream, which stays open.</param>
internal sealed record ContentCoding(string Name, Func<Stream, Stream> Compress)
{
    private const string Plain = "identity";

    // The first is given to whoever takes both alike.
    private static readonly ContentCoding[] All =
    [
        new("br", to => new BrotliStream(to, CompressionLevel.Fastest, leaveOpen: true)),
        new("gzip", to => new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true)),
    ];

    /// <summary>The coding that a client takes and likes best; null when that is none.</summary>
    public static ContentCoding? Of(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        var best = All.MaxBy(coding => Quality(coding.Name))!;
        return Quality(best.Name) is > 0 and var quality && quality >= (Named(Plain) ?? 0) ? best : null;

        double Quality(string name) => Named(name) ?? Named("*") ?? 0;

        double? Named(string name) => accepted.Where(one => one.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(one => (double?)(one.Quality ?? 1)).FirstOrDefault();
    }
}
