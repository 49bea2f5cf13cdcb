using System.Buffers.Text;
using System.Security.Cryptography;

namespace Reporting.Api.ReaderKeys;

/// <summary>
/// A reader's key as its bearer writes it: a mark by which secret scanners know it, the key's id, and a secret of 256 bits
/// that nobody can guess. All of it can stand in a URL.
/// </summary>
internal sealed record ReaderKeyText(Guid Id, string Secret)
{
    private const string Mark = "cdl_";
    private const int IdLength = 32;
    private const int SecretBytes = 32;
    private const int SecretLength = 43;
    private const int Length = 4 + IdLength + 1 + SecretLength;

    public static ReaderKeyText Create(Guid id) => new(id, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    public static ReaderKeyText? Parse(string text) =>
        text.Length == Length && text.StartsWith(Mark, StringComparison.Ordinal) && text[Mark.Length + IdLength] == '_'
        && Guid.TryParseExact(text.AsSpan(Mark.Length, IdLength), "N", out var id)
            ? new(id, text[^SecretLength..])
            : null;

    public override string ToString() => $"{Mark}{Id:N}_{Secret}";
}
