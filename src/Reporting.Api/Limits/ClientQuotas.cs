using System.Threading.RateLimiting;

namespace Reporting.Api.Limits;

/// <summary>A bucket of a minute's requests for each client and quota, which fills steadily.</summary>
internal sealed class ClientQuotas : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly LimitSettings _settings;
    private readonly PartitionedRateLimiter<HttpContext> _buckets;

    public ClientQuotas(LimitSettings settings)
    {
        _settings = settings;
        _buckets = PartitionedRateLimiter.Create<HttpContext, (Quota Quota, string Client)>(http =>
            RateLimitPartition.GetTokenBucketLimiter((Quota: http.Quota(), Client: Client.Of(http)), key => Bucket(key.Quota)));
    }

    /// <summary>Takes one request from the client's bucket.</summary>
    public RateLimitLease Spend(HttpContext http) => _buckets.AttemptAcquire(http);

    /// <summary>What is left in the client's bucket.</summary>
    public int Left(HttpContext http) => (int)(_buckets.GetStatistics(http)?.CurrentAvailablePermits ?? 0);

    public int PerMinute(Quota quota) => quota switch
    {
        Quota.Reads => _settings.ReadsPerMinute,
        Quota.Writes => _settings.WritesPerMinute,
        Quota.Counts => _settings.CountsPerMinute,
        Quota.Anonymous => _settings.AnonymousPerMinute,
        _ => throw new ArgumentOutOfRangeException(nameof(quota), quota, null),
    };

    public void Dispose() => _buckets.Dispose();

    private TokenBucketRateLimiterOptions Bucket(Quota quota) => new()
    {
        TokenLimit = PerMinute(quota),
        TokensPerPeriod = 1,
        ReplenishmentPeriod = Minute / PerMinute(quota),
        AutoReplenishment = false,
        QueueLimit = 0,
    };
}
