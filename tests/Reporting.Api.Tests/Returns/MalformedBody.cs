using System.Text;

namespace Reporting.Api.Tests.Returns;

/// <summary>Bytes that are no return, and how they are announced.</summary>
internal sealed record MalformedBody(
    string Name, byte[] Bytes, string? ContentType = "application/json", string? ContentEncoding = null, bool Chunked = false)
{
    public MalformedBody(string name, string text)
        : this(name, Encoding.UTF8.GetBytes(text))
    {
    }

    public HttpRequestMessage Request(HttpMethod method, string path)
    {
        var content = Chunked ? (HttpContent)new StreamContent(new Unsized(Bytes)) : new ByteArrayContent(Bytes);
        if (ContentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        if (ContentEncoding is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Encoding", ContentEncoding);
        }

        return new(method, new Uri(path, UriKind.Relative))
        {
            Content = content,
            Headers = { TransferEncodingChunked = Chunked ? true : null, ExpectContinue = Bytes.Length > 1024 * 1024 },
        };
    }

    /// <summary>What tells one body from another: bytes and announcement.</summary>
    public string Identity => $"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Bytes))} {ContentType} {ContentEncoding} {Chunked}";

    public override string ToString() => Name;

    // A stream that cannot tell its length is sent in chunks.
    private sealed class Unsized(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
