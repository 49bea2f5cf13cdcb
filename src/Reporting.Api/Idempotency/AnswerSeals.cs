using System.Security.Cryptography;
using System.Text;
using Reporting.Api.Hosting;
using Reporting.Api.ReaderKeys;
using Reporting.Api.Webhooks;

namespace Reporting.Api.Idempotency;

/// <summary>
/// Seals the answers that are kept: under the client's key, which may be a date that anybody guesses, together with a key
/// of the service's configuration, where it has one. It has where an answer holds a secret that is made with one.
/// </summary>
internal sealed class AnswerSeals(ReaderKeySecrets readers, WebhookSecrets webhooks)
{
    private const char NameEnd = ':';

    private readonly NamedKeys[] _keys = [readers.Keys, webhooks.Keys];

    public string Close(string answer, string clientKey, string client)
    {
        var place = Array.FindIndex(_keys, keys => keys.Current is not null);
        return place < 0
            ? Seal.Close(answer, Encoding.UTF8.GetBytes(clientKey), client)
            : $"{place}{_keys[place].Current}{NameEnd}{Seal.Close(answer, Password(_keys[place].Find(_keys[place].Current!)!, clientKey), client)}";
    }

    /// <summary>The answer; null when the service's key that it was sealed with is gone.</summary>
    public string? Open(string message, string clientKey, string client)
    {
        var end = message.IndexOf(NameEnd, StringComparison.Ordinal);
        if (end < 0)
        {
            return Seal.Open(message, Encoding.UTF8.GetBytes(clientKey), client);
        }

        try
        {
            return _keys[message[0] - '0'].Find(message[1..end]) is { } key
                ? Seal.Open(message[(end + 1)..], Password(key, clientKey), client)
                : null;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null; // another key has its name
        }
    }

    private static byte[] Password(byte[] key, string clientKey) => [.. key, .. Encoding.UTF8.GetBytes(clientKey)];
}
