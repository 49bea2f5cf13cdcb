namespace Reporting.Api.Feed;

/// <summary>Holds the body of an answer back until it is known to be the one to give, as long as it is not too long.</summary>
internal sealed class DraftBody : IAsyncDisposable
{
    private readonly HttpResponse _response;
    private readonly Stream _original;
    private readonly Held _held = new();

    /// <param name="response">The answer, of which nothing is written yet.</param>
    public DraftBody(HttpResponse response)
    {
        _response = response;
        _original = response.Body;
        response.Body = _held;
    }

    /// <summary>Gives the body.</summary>
    public async Task SendAsync(CancellationToken cancel)
    {
        await _response.BodyWriter.CompleteAsync();
        _response.Body = _original;
        _held.Position = 0;
        await _held.CopyToAsync(_original, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        _response.Body = _original;
        await _held.DisposeAsync();
    }

    // Whatever is written comes down to bytes of an array.
    private sealed class Held : MemoryStream
    {
        private const int Most = 4 * 1024 * 1024;

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (Length + count > Most)
            {
                throw new DraftException();
            }

            base.Write(buffer, offset, count);
        }
    }
}
