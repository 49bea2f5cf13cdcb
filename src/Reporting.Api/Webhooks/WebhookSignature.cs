using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Reporting.Api.Webhooks;

/// <summary>The signature of the Standard Webhooks specification, version 1: HMAC-SHA256 over id, time and body.</summary>
internal static class WebhookSignature
{
    public static string Of(byte[] secret, string id, long timestamp, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(
            secret, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}"))));
}
