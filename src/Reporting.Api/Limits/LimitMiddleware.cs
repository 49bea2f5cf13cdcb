using System.Threading.RateLimiting;
using Reporting.Api.Access;
using Reporting.Api.Problems;

namespace Reporting.Api.Limits;

/// <summary>Holds each client to its quota, and reads to their places; every answer tells what is left.</summary>
internal sealed class LimitMiddleware(
    RequestDelegate next, ClientQuotas quotas, ReadPlaces places, ILogger<SecurityEvents> logger)
{
    private static readonly TimeSpan PlaceRetryAfter = TimeSpan.FromSeconds(5);

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

        using var place = await places.EnterAsync(http);
        if (!place.IsAcquired)
        {
            logger.LimitMet(http.User.Actor(), "places");
            await NoPlace.ExecuteAsync(http);
            return;
        }

        await next(http);
    }

    private static Problem QuotaSpent(Quota quota, int perMinute, RateLimitLease refused) => new(
        ProblemType.QuotaSpent,
        $"Le quota « {RateLimitFields.Name(quota)} » est de {perMinute} requêtes par minute ; rien n'a été fait : réessayez après le délai de « Retry-After ».",
        retryAfter: refused.TryGetMetadata(MetadataName.RetryAfter, out var delay) ? delay : PlaceRetryAfter);

    private static Problem NoPlace => new(
        ProblemType.TooManyReads, "Trop de lectures sont en cours : réessayez dans quelques secondes. Les dépôts ne sont pas concernés.", retryAfter: PlaceRetryAfter);
}
