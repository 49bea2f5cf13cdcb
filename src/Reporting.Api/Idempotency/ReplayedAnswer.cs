using Reporting.Api.Json;
using Reporting.Store.Idempotency;

namespace Reporting.Api.Idempotency;

/// <summary>The answer that a write was given the first time, given again.</summary>
internal sealed class ReplayedAnswer(KeptAnswer kept) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers[IdempotencyKey.Replayed] = "true";
        return new WrittenAnswer(kept.Status, kept.ContentType ?? "", kept.Body, kept.ETag, kept.Location).ExecuteAsync(httpContext);
    }
}
