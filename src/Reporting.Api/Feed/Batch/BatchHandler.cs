using System.Threading.RateLimiting;
using Microsoft.Net.Http.Headers;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Segments;
using Reporting.Api.Feed.Writing;
using Reporting.Api.Limits;

namespace Reporting.Api.Feed.Batch;

/// <summary>Answers several requests in one, in their order, each as if it had come alone.</summary>
internal sealed class BatchHandler(HttpContext context, FeedRequest feed, FeedSettings settings, ClientQuotas quotas)
{
    public const string Path = "$batch";

    private readonly CancellationToken _cancel = context.RequestAborted;
    private bool _isFirst = true;

    public async Task AnswerAsync()
    {
        feed.Options.Allow([]);
        var goesOn = new Preferences(context.Request.Headers["Prefer"]).ContinueOnError;
        var (requests, answer) = await ReadAsync();
        context.Response.ContentType = answer.ContentType;
        if (goesOn)
        {
            context.Response.Headers["Preference-Applied"] = "continue-on-error";
        }

        await CompressedBody.WriteAsync(context, () => AnswerAsync(requests, answer, goesOn));
    }

    private async Task AnswerAsync(IReadOnlyList<BatchRequest> requests, BatchAnswer answer, bool goesOn)
    {
        answer.Open();
        var failed = new HashSet<string?>();
        foreach (var request in requests)
        {
            var status = await AnswerAsync(request, answer, failed);
            if (status >= StatusCodes.Status400BadRequest && !goesOn)
            {
                break;
            }

            if (status >= StatusCodes.Status400BadRequest)
            {
                failed.Add(request.Id);
            }
        }

        answer.Close();
        await context.Response.BodyWriter.FlushAsync(_cancel);
    }

    private async Task<int> AnswerAsync(BatchRequest request, BatchAnswer answer, HashSet<string?> failed)
    {
        var part = new BatchPart(context, request, answer);
        var response = part.Context.Response;
        try
        {
            Check(request, failed);
            Spend();
            await part.SendAsync(PartUrl.BelowRoot(request.Url, context.Request, feed));
        }
        catch (FeedException refusal)
        {
            await ErrorDocument.WriteAsync(response, refusal, _cancel);
        }

        await response.CompleteAsync();
        await response.BodyWriter.FlushAsync(_cancel);
        answer.End(response);
        await context.Response.BodyWriter.FlushAsync(_cancel);
        return response.StatusCode;
    }

    // Each request is one of the client's quota; the first is paid for by the batch, which spent one to come here.
    private void Spend()
    {
        if (_isFirst)
        {
            _isFirst = false;
            return;
        }

        using var spent = quotas.Spend(context);
        if (!spent.IsAcquired)
        {
            throw FeedException.QuotaSpent(
                quotas.PerMinute(context.Quota()), spent.TryGetMetadata(MetadataName.RetryAfter, out var delay) ? delay : null);
        }
    }

    private static void Check(BatchRequest request, HashSet<string?> failed)
    {
        if (!HttpMethods.IsGet(request.Method))
        {
            throw FeedException.OnlyRead();
        }

        if (request.DependsOn.Any(failed.Contains))
        {
            throw FeedException.FailedDependency();
        }
    }

    private async Task<(IReadOnlyList<BatchRequest> Requests, BatchAnswer Answer)> ReadAsync()
    {
        var type = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var given) ? given : null;
        var (requests, answer) = type?.MediaType.ToString().ToLowerInvariant() switch
        {
            "application/json" => (await JsonRequests.ReadAsync(context.Request.Body, _cancel), (BatchAnswer)new JsonAnswer(context.Response)),
            "multipart/mixed" => (await MultipartRequests.ReadAsync(context.Request.Body, type!.Boundary, _cancel), new MultipartAnswer(context.Response)),
            _ => throw FeedException.UnsupportedMediaType(),
        };
        return requests.Count <= settings.BatchRequests ? (requests, answer) : throw FeedException.TooManyRequests(settings.BatchRequests);
    }
}
