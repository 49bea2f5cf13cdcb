using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Writing;
using Reporting.Store;

namespace Reporting.Api.Feed;

public static class FeedEndpoints
{
    /// <summary>Maps the OData feed; the group is returned for its authorization.</summary>
    public static RouteGroupBuilder MapFeed(this IEndpointRouteBuilder app)
    {
        var feed = app.MapGroup(FeedRequest.Prefix);
        feed.Map("/{**path}", HandleAsync).ExcludeFromDescription();
        return feed;
    }

    private static async Task HandleAsync(
        HttpContext context, Database database, IConfiguration configuration, ILogger<FeedHandler> logger)
    {
        context.Response.Headers[ProtocolVersion.Header] = ProtocolVersion.Answered;
        try
        {
            CheckMethod(context.Request);
            ProtocolVersion.Check(context.Request.Headers);
            var request = FeedRequest.Of(context.Request, configuration["Reporting:PublicBaseUrl"]);
            await new FeedHandler(context, database.Reads, request, logger).AnswerAsync();
        }
        catch (FeedException refusal)
        {
            await ErrorDocument.WriteAsync(context.Response, refusal, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left: there is nobody to answer.
        }
    }

    private static void CheckMethod(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            throw FeedException.MethodNotAllowed();
        }
    }
}
