using System.Globalization;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Writing;
using Reporting.Store;

namespace Reporting.Api.Feed;

public static class FeedEndpoints
{
    private const decimal LowestVersion = 4.0m;

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
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["OData-Version"] = "4.0";
            return Task.CompletedTask;
        });
        try
        {
            CheckProtocol(context.Request);
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

    private static void CheckProtocol(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            throw FeedException.MethodNotAllowed();
        }

        if (request.Headers.TryGetValue("OData-MaxVersion", out var version)
            && !(decimal.TryParse(version, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var highest)
                && highest >= LowestVersion))
        {
            throw FeedException.Malformed("Ce flux parle OData 4.0 : l'en-tête OData-MaxVersion ne l'admet pas.");
        }
    }
}
