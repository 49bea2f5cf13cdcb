using Reporting.Api.Access;
using Reporting.Api.Problems;

namespace Reporting.Api.Limits;

/// <summary>Holds reads to their places. What a read was sent is received before: a body that trickles keeps none from others.</summary>
internal sealed class PlaceMiddleware(RequestDelegate next, ReadPlaces places, LimitSettings settings, ILogger<SecurityEvents> logger)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.IsUnlimited())
        {
            await next(http);
            return;
        }

        if (http.ReadsHeavily() && HttpMethods.IsPost(http.Request.Method))
        {
            http.Request.Body = await ReceivedBody.OfAsync(http, TimeSpan.FromSeconds(settings.Seconds));
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

    private static Problem NoPlace => new(
        ProblemType.TooManyReads, "Trop de lectures sont en cours : réessayez dans quelques secondes. Les dépôts ne sont pas concernés.", retryAfter: RetryAfter);
}
