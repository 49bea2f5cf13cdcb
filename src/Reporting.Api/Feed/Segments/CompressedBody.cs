using System.IO.Compression;

namespace Reporting.Api.Feed.Segments;

/// <summary>Compresses the body of an answer as it is written, at a level that keeps up with the rows.</summary>
internal sealed class CompressedBody : IAsyncDisposable
{
    private const string Encoding = "gzip";

    private readonly HttpResponse _response;
    private readonly Stream _original;
    private readonly KeptStream _sent;
    private readonly GZipStream _compressing;

    /// <param name="response">The answer, of which nothing is written yet.</param>
    /// <param name="keep">Whether to keep a copy of the compressed bytes.</param>
    public CompressedBody(HttpResponse response, bool keep)
    {
        _response = response;
        _original = response.Body;
        _sent = new(_original, keep ? SegmentCache.LargestSegment : 0);
        _compressing = new(_sent, CompressionLevel.Fastest, leaveOpen: true);
        response.Headers.ContentEncoding = Encoding;
        response.Body = _compressing;
    }

    /// <summary>Whether a client takes it.</summary>
    public static bool IsAccepted(HttpRequest request) => request.GetTypedHeaders().AcceptEncoding
        .Any(accepted => accepted.Value == Encoding && accepted.Quality is not 0);

    public static async Task SendAsync(HttpResponse response, byte[] compressed, CancellationToken cancel)
    {
        response.Headers.ContentEncoding = Encoding;
        response.ContentLength = compressed.Length;
        await response.Body.WriteAsync(compressed, cancel);
    }

    /// <summary>Ends a body that is whole; what was kept of it, if it was not too long.</summary>
    public async Task<byte[]?> EndAsync()
    {
        await _response.BodyWriter.CompleteAsync();
        await _compressing.DisposeAsync();
        return _sent.Kept;
    }

    /// <summary>Lets go of a body, whole or cut.</summary>
    public async ValueTask DisposeAsync()
    {
        await _compressing.DisposeAsync();
        await _sent.DisposeAsync();
        _response.Body = _original;
    }
}
