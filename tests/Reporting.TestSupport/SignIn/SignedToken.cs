using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Reporting.TestSupport.SignIn;

/// <summary>Writes JSON Web Tokens, good and forged, without the library that reads them.</summary>
internal static class SignedToken
{
    public static string Rs256(RSA key, string keyId, IReadOnlyDictionary<string, object?> claims) =>
        Write("RS256", keyId, claims, text => key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    /// <summary>Signed with what everybody knows: the published key, taken for a shared secret.</summary>
    public static string Hs256(RSA key, string keyId, IReadOnlyDictionary<string, object?> claims) =>
        Write("HS256", keyId, claims, text => HMACSHA256.HashData(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()), text));

    public static string Unsigned(string keyId, IReadOnlyDictionary<string, object?> claims) =>
        Write("none", keyId, claims, _ => []);

    private static string Write(
        string algorithm, string keyId, IReadOnlyDictionary<string, object?> claims, Func<byte[], byte[]> sign)
    {
        var header = new Dictionary<string, string> { ["typ"] = "JWT", ["alg"] = algorithm, ["kid"] = keyId };
        var text = $"{Encode(header)}.{Encode(claims)}";
        return $"{text}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    private static string Encode<T>(T part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
