using System.Text;
using Microsoft.Net.Http.Headers;
using Reporting.Api.Json;

namespace Reporting.Api.Idempotency;

/// <summary>A response held back until it is known whether it is the one to give.</summary>
internal sealed class BufferedResponse : IResult, IDisposable
{
    private readonly HttpResponse _response;
    private readonly Stream _body;
    private readonly MemoryStream _buffer = new();
    private readonly HashSet<string> _headersBefore;

    public BufferedResponse(HttpContext http)
    {
        _response = http.Response;
        _body = _response.Body;
        _headersBefore = [.. _response.Headers.Keys];
        _response.Body = _buffer;
        _response.RegisterForDispose(this);
    }

    public void Dispose() => _buffer.Dispose();

    public WrittenAnswer Written() => new(
        _response.StatusCode, _response.ContentType, Encoding.UTF8.GetString(_buffer.GetBuffer(), 0, (int)_buffer.Length),
        Header(HeaderNames.ETag), Header(HeaderNames.Location));

    public void Restore() => _response.Body = _body;

    /// <summary>Takes back all that was set on the response since.</summary>
    public void Discard()
    {
        _response.StatusCode = StatusCodes.Status200OK;
        foreach (var name in _response.Headers.Keys.Where(name => !_headersBefore.Contains(name)).ToList())
        {
            _response.Headers.Remove(name);
        }
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        _buffer.Position = 0;
        await _buffer.CopyToAsync(_response.Body, httpContext.RequestAborted);
    }

    private string? Header(string name) => _response.Headers[name] is [{ } value] ? value : null;
}
