using System.Data.Common;
using System.Security.Claims;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Writing;
using Reporting.Domain.Secrecy;
using Reporting.Store;
using Reporting.Store.Journal;

namespace Reporting.Api.Feed;

internal static class FeedEndpoints
{
    /// <summary>Maps the OData feed; the group is returned for its authorization.</summary>
    /// <param name="app">The service.</param>
    /// <param name="audienceOf">Decides which figures a caller reads.</param>
    public static RouteGroupBuilder MapFeed(this IEndpointRouteBuilder app, Func<ClaimsPrincipal, Audience> audienceOf)
    {
        var feed = app.MapGroup(FeedRequest.Prefix);
        feed.Map("/{**path}", (
                HttpContext context, Database database, DataVersions versions, LinkSeals seals, IConfiguration configuration,
                ILogger<FeedHandler> logger) =>
                HandleAsync(context, audienceOf(context.User), database, versions, seals, configuration, logger)).ExcludeFromDescription();
        return feed;
    }

    private static async Task HandleAsync(
        HttpContext context, Audience audience, Database database, DataVersions versions, LinkSeals seals,
        IConfiguration configuration, ILogger<FeedHandler> logger)
    {
        context.Response.Headers[ProtocolVersion.Header] = ProtocolVersion.Answered;
        try
        {
            CheckMethod(context.Request);
            ProtocolVersion.Check(context.Request.Headers);
            var request = FeedRequest.Of(context.Request, configuration["Reporting:PublicBaseUrl"], audience);
            if (!await IsKnownAsync(context, request, versions))
            {
                await new FeedHandler(context, database.Reads, seals, request, logger).AnswerAsync();
            }
        }
        catch (FeedException refusal)
        {
            await ErrorDocument.WriteAsync(context.Response, refusal, context.RequestAborted);
        }
        catch (DbException fault) when (!context.Response.HasStarted)
        {
            logger.LogError(fault, "The feed cannot read the store.");
            await ErrorDocument.WriteAsync(context.Response, FeedException.Unavailable(), context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left: there is nobody to answer.
        }
    }

    // What depends on the clock changes without any act.
    private static async Task<bool> IsKnownAsync(HttpContext context, FeedRequest request, DataVersions versions) =>
        !Uri.UnescapeDataString(request.Query).Contains("now(", StringComparison.OrdinalIgnoreCase)
        && Representation.IsKnown(
            context, Representation.Tag(context.Request, request, await versions.CurrentAsync(context.RequestAborted)));

    private static void CheckMethod(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            throw FeedException.MethodNotAllowed();
        }
    }
}
