using System.Security.Cryptography;
using System.Text;
using Reporting.Api.Hosting;

namespace Reporting.Api.ReaderKeys;

/// <summary>
/// What is kept of readers' secrets: their HMAC under a key of the service's configuration. The secrets are random and as
/// long as the digest, so a slow hash would protect them no better, and cost something with every page of the feed.
/// </summary>
internal sealed class ReaderKeySecrets(IConfiguration configuration, IHostEnvironment environment, DataFolder folder)
{
    private const string Section = "Reporting:ReaderKeyPeppers";
    private const string DevelopmentFile = "cle-des-lecteurs.bin";

    public NamedKeys Keys { get; } = new(
        configuration.GetSection(Section), environment.IsDevelopment() ? folder.PathOf(DevelopmentFile) : null);

    /// <summary>Name of the key under which new secrets are kept; null when there is none, so that there can be no reader's key.</summary>
    public string? CurrentPepper => Keys.Current;

    public string? Hash(ReaderKeyText key, string pepperName) =>
        Keys.Find(pepperName) is { } pepper
            ? Convert.ToHexStringLower(HMACSHA256.HashData(pepper, Encoding.UTF8.GetBytes($"reporting-reader:{key.Id:D}:{key.Secret}")))
            : null;

    /// <summary>Whether a secret is the one that is kept, told in the same time wherever they differ.</summary>
    public bool Matches(ReaderKeyText key, string pepperName, string kept) =>
        Hash(key, pepperName) is { } hash
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(kept));
}
