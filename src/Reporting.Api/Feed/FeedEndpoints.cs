using System.Data.Common;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Reporting.Api.Feed.Batch;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Segments;
using Reporting.Api.Feed.Writing;
using Reporting.Api.Limits;
using Reporting.Domain.Secrecy;
using Reporting.Store;
using Reporting.Store.Journal;

namespace Reporting.Api.Feed;

internal static partial class FeedEndpoints
{
    /// <summary>Maps the OData feed; the group is returned for its authorization.</summary>
    /// <param name="app">The service.</param>
    /// <param name="audienceOf">Decides which figures a caller reads.</param>
    public static RouteGroupBuilder MapFeed(this IEndpointRouteBuilder app, Func<ClaimsPrincipal, Audience> audienceOf)
    {
        // A limit that makes no sense is told when the service starts.
        var limits = app.ServiceProvider.GetRequiredService<FeedSettings>();
        var feed = app.MapGroup(FeedRequest.Prefix).WithMetadata(new RequestSizeLimitAttribute(limits.BatchBytes));
        feed.Map("/{**path}", (
                HttpContext context, Database database, DataVersions versions, LinkSeals seals, Pins pins, SegmentCache segments,
                FeedSettings settings, IConfiguration configuration, ILogger<FeedHandler> logger) =>
                HandleAsync(context, audienceOf(context.User), database, versions, seals, pins, segments, settings, configuration, logger)).ExcludeFromDescription();
        return feed;
    }

    private static async Task HandleAsync(
        HttpContext context, Audience audience, Database database, DataVersions versions, LinkSeals seals, Pins pins,
        SegmentCache segments, FeedSettings settings, IConfiguration configuration, ILogger<FeedHandler> logger)
    {
        context.Response.Headers[ProtocolVersion.Header] = ProtocolVersion.Answered;
        try
        {
            ProtocolVersion.Check(context.Request.Headers);
            var request = FeedRequest.Of(context.Request, configuration["Reporting:PublicBaseUrl"], audience);
            if (Uri.UnescapeDataString(request.Path) is BatchHandler.Path)
            {
                await AnswerBatchAsync(context, request, settings);
                return;
            }

            CheckMethod(context.Request);
            if (!await IsKnownAsync(context, request, versions))
            {
                using var budget = new TimeBudget(settings.TimeLimit, context, logger);
                await budget.SpendAsync(cancel =>
                    new FeedHandler(context, database, seals, pins, segments, settings, request, cancel).AnswerAsync());
            }
        }
        catch (FeedException refusal)
        {
            await ErrorDocument.WriteAsync(context.Response, refusal, context.RequestAborted);
        }
        catch (DbException refusal) when (!context.Response.HasStarted && Database.IsBeyondEngine(refusal))
        {
            logger.LogWarning(refusal, "The store cannot work out what the feed was asked.");
            await ErrorDocument.WriteAsync(context.Response, FeedException.TooComplex(), context.RequestAborted);
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

    private static Task AnswerBatchAsync(HttpContext context, FeedRequest request, FeedSettings settings) =>
        HttpMethods.IsPost(context.Request.Method)
            ? new BatchHandler(context, request, settings, context.RequestServices.GetRequiredService<ClientQuotas>()).AnswerAsync()
            : throw FeedException.OnlyPosted();

    // What depends on the clock changes without any act.
    private static async Task<bool> IsKnownAsync(HttpContext context, FeedRequest request, DataVersions versions) =>
        !CallOfNow().IsMatch(Uri.UnescapeDataString(request.Query).Replace('+', ' '))
        && Representation.IsKnown(
            context, Representation.Tag(context.Request, request, await versions.CurrentAsync(context.RequestAborted)));

    [GeneratedRegex(@"now\s*\(", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CallOfNow();

    private static void CheckMethod(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            throw FeedException.MethodNotAllowed();
        }
    }
}
