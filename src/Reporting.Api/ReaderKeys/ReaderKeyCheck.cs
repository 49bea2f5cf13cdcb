using Reporting.Store.Access;

namespace Reporting.Api.ReaderKeys;

/// <summary>Tells whether a key opens anything now.</summary>
internal sealed class ReaderKeyCheck(
    ReaderKeyStore store, ReaderKeySecrets secrets, IHostEnvironment environment, TimeProvider time)
{
    public async Task<ReaderKeyVerdict> OfAsync(string text, bool isHttps, CancellationToken cancel)
    {
        if (!isHttps && !environment.IsDevelopment())
        {
            return new ReaderKeyVerdict.Refused("sent without TLS");
        }

        if (ReaderKeyText.Parse(text) is not { } presented)
        {
            return new ReaderKeyVerdict.Refused("malformed");
        }

        return await store.FindAsync(presented.Id, cancel) is not { } key || !secrets.Matches(presented, key.PepperName, key.SecretHash)
            ? new ReaderKeyVerdict.Refused("unknown")
            : key.RevokedAt is not null ? new ReaderKeyVerdict.Refused($"{key.Id} is revoked")
            : key.ExpiresAt <= time.GetUtcNow() ? new ReaderKeyVerdict.Refused($"{key.Id} has expired")
            : new ReaderKeyVerdict.Accepted(key);
    }
}
