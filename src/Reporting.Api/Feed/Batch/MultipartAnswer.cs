using System.IO.Pipelines;
using Microsoft.AspNetCore.WebUtilities;

namespace Reporting.Api.Feed.Batch;

/// <summary>A batch answered in multipart/mixed.</summary>
internal sealed class MultipartAnswer(HttpResponse batch) : BatchAnswer(batch)
{
    private readonly string _boundary = $"lot_{Guid.NewGuid()}";

    public override string ContentType => $"multipart/mixed;boundary={_boundary}";

    public override void Open()
    {
    }

    public override PipeWriter Begin(BatchRequest request, HttpResponse response)
    {
        Write($"--{_boundary}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (request.Id is { } id)
        {
            Write($"Content-ID: {id}\r\n");
        }

        Write($"\r\nHTTP/1.1 {response.StatusCode} {ReasonPhrases.GetReasonPhrase(response.StatusCode)}\r\n");
        foreach (var (name, value) in response.Headers)
        {
            Write($"{name}: {value}\r\n");
        }

        Write("\r\n");
        return Output;
    }

    public override void End(HttpResponse response) => Write("\r\n");

    public override void Close() => Write($"--{_boundary}--\r\n");
}
