using System.Security.Cryptography;
using System.Text;
using Reporting.Api.Hosting;

namespace Reporting.Api.Webhooks;

/// <summary>
/// The secrets with which messages are signed. Each is derived from a key of the service's configuration and the id of
/// its webhook, so that none is stored; a webhook keeps to the key that it was made with.
/// </summary>
internal sealed class WebhookSecrets(IConfiguration configuration, IHostEnvironment environment, DataFolder folder)
{
    private const string Section = "Reporting:WebhookKeys";
    private const string DevelopmentFile = "cle-des-webhooks.bin";

    public NamedKeys Keys { get; } = new(
        configuration.GetSection(Section), environment.IsDevelopment() ? folder.PathOf(DevelopmentFile) : null);

    /// <summary>Name of the key for new webhooks; null when there is none, so that there can be no webhook.</summary>
    public string? CurrentKey => Keys.Current;

    /// <summary>The secret of a webhook, as the Standard Webhooks specification writes it; null when its key is gone.</summary>
    public string? Text(Guid webhook, string keyName) =>
        Find(webhook, keyName) is { } secret ? $"whsec_{Convert.ToBase64String(secret)}" : null;

    /// <summary>The same as bytes.</summary>
    public byte[]? Find(Guid webhook, string keyName) =>
        Keys.Find(keyName) is { } key
            ? HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"reporting-webhook:{webhook:D}"))
            : null;
}
