using System.Buffers.Text;
using System.Security.Cryptography;

namespace Reporting.Api.FollowUp;

/// <summary>The secret in a subscription's address. It is a parameter, because paths are logged and parameters are not.</summary>
internal static class SubscriptionKey
{
    private const int Bytes = 32;

    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string Hash(string key) => Domain.Digest.Of(key);
}
