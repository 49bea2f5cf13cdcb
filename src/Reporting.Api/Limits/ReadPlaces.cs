using System.Threading.RateLimiting;

namespace Reporting.Api.Limits;

/// <summary>
/// Lets so many reads be answered at once, so many of them heavy, and of these so many of one client. Writes need no
/// place: what the reads leave of an instance's connections and threads is theirs.
/// </summary>
internal sealed class ReadPlaces(LimitSettings settings) : IDisposable
{
    // In this order: a heavy read that waits for its client's turn holds no place of another's.
    private readonly PartitionedRateLimiter<HttpContext> _places = PartitionedRateLimiter.CreateChained(
        Places(http => http.ReadsHeavily() ? Client.Of(http) : null, settings.HeavyReadsPerClient, settings),
        Places(http => http.ReadsHeavily() ? "" : null, settings.HeavyReadsAtOnce, settings),
        Places(http => http.Reads() ? "" : null, settings.ReadsAtOnce, settings));

    /// <summary>Waits for a place, which is given back by disposing of the lease; not acquired when too many wait.</summary>
    public ValueTask<RateLimitLease> EnterAsync(HttpContext http) =>
        _places.AcquireAsync(http, cancellationToken: http.RequestAborted);

    public void Dispose() => _places.Dispose();

    private static PartitionedRateLimiter<HttpContext> Places(
        Func<HttpContext, string?> share, int atOnce, LimitSettings settings) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http => share(http) is { } key
            ? RateLimitPartition.GetConcurrencyLimiter(key, _ => new() { PermitLimit = atOnce, QueueLimit = settings.ReadsWaiting })
            : RateLimitPartition.GetNoLimiter("*"));
}
