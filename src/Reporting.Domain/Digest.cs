using System.Security.Cryptography;
using System.Text;

namespace Reporting.Domain;

/// <summary>The fingerprint by which a text is known to be the same.</summary>
public static class Digest
{
    /// <summary>SHA-256 of the UTF-8 text, as 64 lower-case hexadecimal digits.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
