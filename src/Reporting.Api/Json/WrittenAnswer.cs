using System.Net.Mime;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Reporting.Api.Json;

/// <summary>An answer written out in full, headers included, before any of it is sent.</summary>
internal sealed record WrittenAnswer(int Status, string? ContentType, string Body, string? ETag = null, string? Location = null)
    : IResult, IStatusCodeHttpResult
{
    private const string JsonType = $"{MediaTypeNames.Application.Json}; charset=utf-8";

    int? IStatusCodeHttpResult.StatusCode => Status;

    public static WrittenAnswer Json<T>(T answer, int status = StatusCodes.Status200OK) =>
        new(status, JsonType, JsonSerializer.Serialize(answer, WireJson.TypeOf<T>()));

    public static WrittenAnswer Empty(int status) => new(status, null, "");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        if (ETag is not null)
        {
            response.Headers[HeaderNames.ETag] = ETag;
        }

        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        return Body is "" ? Task.CompletedTask : response.WriteAsync(Body, httpContext.RequestAborted);
    }
}
