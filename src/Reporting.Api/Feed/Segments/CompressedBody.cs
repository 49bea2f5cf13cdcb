namespace Reporting.Api.Feed.Segments;

/// <summary>Compresses the body of an answer as it is written.</summary>
internal sealed class CompressedBody : IAsyncDisposable
{
    private readonly HttpResponse _response;
    private readonly Stream _original;
    private readonly KeptStream _sent;
    private readonly Stream _compressing;

    /// <param name="response">The answer, of which nothing is written yet.</param>
    /// <param name="coding">How to compress.</param>
    /// <param name="keep">Whether to keep a copy of the compressed bytes.</param>
    public CompressedBody(HttpResponse response, ContentCoding coding, bool keep = false)
    {
        _response = response;
        _original = response.Body;
        _sent = new(_original, keep ? SegmentCache.LargestSegment : 0);
        _compressing = coding.Compress(_sent);
        response.Headers.ContentEncoding = coding.Name;
        response.Body = _compressing;
    }

    /// <summary>Writes a whole body, compressed as the client likes it best.</summary>
    public static async Task WriteAsync(HttpContext context, Func<Task> write)
    {
        await using var body = ContentCoding.Of(context.Request) is { } coding ? new CompressedBody(context.Response, coding) : null;
        await write();
        if (body is not null)
        {
            await body.EndAsync();
        }
    }

    public static async Task SendAsync(HttpResponse response, byte[] compressed, ContentCoding coding, CancellationToken cancel)
    {
        response.Headers.ContentEncoding = coding.Name;
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
