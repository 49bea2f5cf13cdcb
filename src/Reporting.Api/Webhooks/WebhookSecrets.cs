using System.Security.Cryptography;
using System.Text;
using Reporting.Api.Hosting;

namespace Reporting.Api.Webhooks;

/// <summary>
/// The secrets with which messages are signed. Each is derived from a key of the service's configuration and the id of
/// its webhook, so that none is stored; a webhook keeps to the key that it was made with, and new ones take the last key
/// in the order of names.
/// </summary>
internal sealed class WebhookSecrets
{
    private const string Section = "Reporting:WebhookKeys";
    private const string DevelopmentKey = "developpement";
    private const string DevelopmentFile = "cle-des-webhooks.bin";
    private const int KeyBytes = 32;

    private readonly SortedDictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    public WebhookSecrets(IConfiguration configuration, IHostEnvironment environment, DataFolder folder)
    {
        foreach (var (name, text) in configuration.GetSection(Section).GetChildren().Select(child => (child.Key, child.Value)))
        {
            _keys[name] = Read(name, text);
        }

        if (_keys.Count == 0 && environment.IsDevelopment())
        {
            _keys[DevelopmentKey] = KeyFile.ReadOrMake(folder.PathOf(DevelopmentFile), KeyBytes);
        }
    }

    /// <summary>Name of the key for new webhooks; null when there is none, so that there can be no webhook.</summary>
    public string? CurrentKey => _keys.Keys.LastOrDefault();

    /// <summary>The secret of a webhook, as the Standard Webhooks specification writes it; null when its key is gone.</summary>
    public string? Text(Guid webhook, string keyName) =>
        Find(webhook, keyName) is { } secret ? $"whsec_{Convert.ToBase64String(secret)}" : null;

    /// <summary>The same as bytes.</summary>
    public byte[]? Find(Guid webhook, string keyName) =>
        _keys.TryGetValue(keyName, out var key)
            ? HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"reporting-webhook:{webhook:D}"))
            : null;

    private static byte[] Read(string name, string? text)
    {
        var key = new byte[(text?.Length ?? 0) + 1];
        return Convert.TryFromBase64String(text ?? "", key, out var read) && read >= KeyBytes
            ? key[..read]
            : throw new InvalidOperationException($"{Section}:{name} must be at least {KeyBytes} bytes in base 64.");
    }
}
