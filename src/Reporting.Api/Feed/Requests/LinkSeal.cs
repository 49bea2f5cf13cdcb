using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Reporting.Api.Feed.Requests;

/// <summary>
/// Seals what a next link carries, together with the query that the link repeats: changed in either, it does not open.
/// </summary>
internal sealed class LinkSeal(byte[] key)
{
    private const int MarkLength = 16;

    public string Close(ReadOnlySpan<byte> content, string path, QueryOptions options) =>
        Base64Url.EncodeToString([.. Mark(content, path, options), .. content]);

    /// <summary>What was sealed for this query; null when nothing was, or not this.</summary>
    public byte[]? Open(string text, string path, QueryOptions options)
    {
        if (!Base64Url.IsValid(text, out var length) || length < MarkLength)
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        var content = bytes.AsSpan(MarkLength);
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, MarkLength), Mark(content, path, options))
            ? content.ToArray()
            : null;
    }

    // Each part is hashed before they are joined, so that no byte can move from one to the other. The query is taken as it
    // is understood: a client may escape a link that it follows in its own way.
    private ReadOnlySpan<byte> Mark(ReadOnlySpan<byte> content, string path, QueryOptions options)
    {
        var query = string.Join('\0', options.Understood("$skiptoken").Order(StringComparer.Ordinal).Prepend(Uri.UnescapeDataString(path)));
        byte[] both = [.. SHA256.HashData(content), .. SHA256.HashData(Encoding.UTF8.GetBytes(query))];
        return HMACSHA256.HashData(key, both).AsSpan(0, MarkLength);
    }
}
