using System.Text;

namespace Reporting.Api.Tests.Fuzz;

/// <summary>The bytes of one request.</summary>
/// <param name="Bytes">All of them.</param>
/// <param name="IsHead">Whether the answer has no body, whatever its headers say.</param>
/// <param name="EndsConnection">Whether nothing can follow it: the server cannot tell where it ends.</param>
public sealed record RawRequest(byte[] Bytes, bool IsHead = false, bool EndsConnection = false)
{
    /// <summary>Whether it may store a version of a return.</summary>
    public bool MayStore => Bytes.AsSpan().StartsWith("PUT "u8);

    /// <summary>Its first line, as far as it has one.</summary>
    public override string ToString()
    {
        var text = Encoding.Latin1.GetString(Bytes, 0, Math.Min(Bytes.Length, 3000));
        return text.Length < Bytes.Length ? text + "…" : text;
    }
}
