using System.Text.RegularExpressions;
using Reporting.Api.ReaderKeys;
using Reporting.Api.Tests.Hosting;
using Reporting.Api.Webhooks;

namespace Reporting.Api.Tests.Security;

/// <summary>The scan of every commit for credentials knows those that the service itself gives out.</summary>
public sealed partial class SecretScanTests
{
    private static readonly Regex _scan = new(Patterns().Match(
        File.ReadAllText(Path.Combine(Repository.Root, ".github", "workflows", "supply-chain.yml"))).Groups[1].Value);

    [Fact]
    public void A_readers_key_in_a_commit_is_found()
    {
        var key = ReaderKeyText.Create(Guid.NewGuid()).ToString();

        Assert.Equal(key, _scan.Match($"KEY={key}").Value);
    }

    [Fact]
    public async Task A_webhooks_secret_in_a_commit_is_found()
    {
        await using var service = new RunningService();
        using var client = await service.ClientAsync();
        var secrets = service.Get<WebhookSecrets>();
        var secret = secrets.Text(Guid.NewGuid(), secrets.CurrentKey!)!;

        Assert.Equal(secret, _scan.Match($"\"{secret}\"").Value);
    }

    [Fact]
    public void A_mark_alone_is_no_secret() => Assert.DoesNotMatch(_scan, "grep -o 'cdl_[A-Za-z0-9_-]*' whsec_");

    [GeneratedRegex("patterns='([^']+)'")]
    private static partial Regex Patterns();
}
