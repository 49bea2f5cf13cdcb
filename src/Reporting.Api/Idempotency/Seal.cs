using System.Security.Cryptography;
using System.Text;

namespace Reporting.Api.Idempotency;

/// <summary>Writes a text so that only whoever has a password reads it: AES-256-GCM under a key that HKDF makes of the password.</summary>
internal static class Seal
{
    private const int KeyBytes = 32;
    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    /// <param name="text">The text.</param>
    /// <param name="password">The seal is as hard to break as it is to guess.</param>
    /// <param name="purpose">What the text is for: it opens for nothing else.</param>
    public static string Close(string text, byte[] password, string purpose)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var message = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(message.AsSpan(0, NonceBytes));
        using var cipher = Cipher(password, purpose);
        cipher.Encrypt(
            message.AsSpan(0, NonceBytes), plain, message.AsSpan(NonceBytes + TagBytes), message.AsSpan(NonceBytes, TagBytes));
        return Convert.ToBase64String(message);
    }

    public static string Open(string message, byte[] password, string purpose)
    {
        var bytes = Convert.FromBase64String(message).AsSpan();
        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        using var cipher = Cipher(password, purpose);
        cipher.Decrypt(bytes[..NonceBytes], bytes[(NonceBytes + TagBytes)..], bytes.Slice(NonceBytes, TagBytes), plain);
        return Encoding.UTF8.GetString(plain);
    }

    private static AesGcm Cipher(byte[] password, string purpose) => new(
        HKDF.DeriveKey(HashAlgorithmName.SHA256, password, KeyBytes, info: Encoding.UTF8.GetBytes(purpose)),
        TagBytes);
}
