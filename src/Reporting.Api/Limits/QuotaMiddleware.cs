using System.Threading.RateLimiting;
using Reporting.Api.Access;
using Reporting.Api.Problems;

namespace Reporting.Api.Limits;

/// <summary>Holds each client to its quota; every answer tells what is left.</summary>
internal sealed class QuotaMiddleware(RequestDelegate next, ClientQuotas quotas, ILogger<SecurityEvents> logger)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.IsUnlimited())
        {
            await next(http);
            return;
        }

        var quota = http.Quota();
        using var spent = quotas.Spend(http);
        var left = quotas.Left(http);
        http.Response.OnStarting(() =>
        {
            RateLimitFields.Write(http.Response.Headers, quota, quotas.PerMinute(quota), left);
            return Task.CompletedTask;
        });
        if (!spent.IsAcquired)
        {
            logger.LimitMet(http.User.Actor(), RateLimitFields.Name(quota));
            await QuotaSpent(quota, quotas.PerMinute(quota), spent).ExecuteAsync(http);
            return;
        }

        await next(http);
    }

    private static Problem QuotaSpent(Quota quota, int perMinute, RateLimitLease refused) => new(
        ProblemType.QuotaSpent,
        $"Le quota « {RateLimitFields.Name(quota)} » est de {perMinute} requêtes par minute ; rien n'a été fait : réessayez après le délai de « Retry-After ».",
        retryAfter: refused.TryGetMetadata(MetadataName.RetryAfter, out var delay) ? delay : RetryAfter);
}
