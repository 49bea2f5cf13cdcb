using System.Collections.Concurrent;
using Reporting.Store.Access;

namespace Reporting.Api.ReaderKeys;

/// <summary>Tells whether a key opens anything now.</summary>
internal sealed class ReaderKeyCheck(
    ReaderKeyStore store, ReaderKeySecrets secrets, IHostEnvironment environment, TimeProvider time)
{
    // The keys that were right here once: no more than there are.
    private readonly ConcurrentDictionary<Guid, byte> _used = [];

    /// <param name="text">What was presented.</param>
    /// <param name="isHttps">Whether it came by TLS.</param>
    /// <param name="mayGuess">
    /// Whether the caller's address may still fail to sign in: when it may not, the store is asked about keys alone that
    /// were right before, so that guesses cost it nothing, and do not keep those out who share an address with whoever guesses.
    /// </param>
    /// <param name="cancel">Stops it.</param>
    public async Task<ReaderKeyVerdict> OfAsync(string text, bool isHttps, bool mayGuess, CancellationToken cancel)
    {
        if (!isHttps && !environment.IsDevelopment())
        {
            return new ReaderKeyVerdict.Refused("sent without TLS");
        }

        if (ReaderKeyText.Parse(text) is not { } presented)
        {
            return new ReaderKeyVerdict.Refused("malformed");
        }

        if (!mayGuess && !_used.ContainsKey(presented.Id))
        {
            return new ReaderKeyVerdict.Refused("not looked up, after too many that opened nothing");
        }

        return await store.FindAsync(presented.Id, cancel) is not { } key || !secrets.Matches(presented, key.PepperName, key.SecretHash)
            ? new ReaderKeyVerdict.Refused("unknown")
            : key.RevokedAt is not null ? new ReaderKeyVerdict.Refused($"{key.Id} is revoked")
            : key.ExpiresAt <= time.GetUtcNow() ? new ReaderKeyVerdict.Refused($"{key.Id} has expired")
            : Accepted(key);
    }

    private ReaderKeyVerdict.Accepted Accepted(ReaderKey key)
    {
        _used.TryAdd(key.Id, 0);
        return new(key);
    }
}
