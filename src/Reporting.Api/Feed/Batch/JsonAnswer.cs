using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Reporting.Api.Feed.Batch;

/// <summary>A batch answered in JSON: bodies in JSON as they are, texts as strings, all else in base64url.</summary>
internal sealed class JsonAnswer(HttpResponse batch) : BatchAnswer(batch)
{
    private Pipe? _kept;
    private bool _first = true;

    public override string ContentType => "application/json";

    public override void Open() => Write("{\"responses\":[");

    public override PipeWriter Begin(BatchRequest request, HttpResponse response)
    {
        Write($"{(_first ? "" : ",")}{{\"id\":{Quoted(request.Id ?? "")},\"status\":{response.StatusCode},\"headers\":{{");
        Write(string.Join(',', response.Headers.Select(header => $"{Quoted(header.Key.ToLowerInvariant())}:{Quoted(header.Value.ToString())}")));
        Write("}");
        _first = false;
        if (MediaType(response) is "application/json")
        {
            Write(",\"body\":");
            return Output;
        }

        _kept = new(new PipeOptions(pauseWriterThreshold: 0));
        return _kept.Writer;
    }

    public override void End(HttpResponse response)
    {
        if (_kept is not null && _kept.Reader.TryRead(out var kept) && !kept.Buffer.IsEmpty)
        {
            var content = kept.Buffer.ToArray();
            var isText = MediaType(response).StartsWith("text/", StringComparison.Ordinal);
            Write($",\"body\":{Quoted(isText ? Encoding.UTF8.GetString(content) : Base64Url.EncodeToString(content))}");
        }

        _kept = null;
        Write("}");
    }

    public override void Close() => Write("]}");

    private static string MediaType(HttpResponse response) =>
        MediaTypeHeaderValue.TryParse(response.ContentType, out var type) ? type.MediaType.ToString() : "";

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
