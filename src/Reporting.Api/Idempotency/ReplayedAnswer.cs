using Reporting.Api.Json;

namespace Reporting.Api.Idempotency;

/// <summary>The answer that a write was given the first time, given again.</summary>
internal sealed class ReplayedAnswer(WrittenAnswer kept) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers[IdempotencyKey.Replayed] = "true";
        return kept.ExecuteAsync(httpContext);
    }
}
