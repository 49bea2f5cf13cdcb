using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Reporting.Api.Tests.Cli;

/// <summary>Answers what the contract says the service would, in the order given, and remembers what it was asked.</summary>
internal sealed class ServiceStub : IAsyncDisposable
{
    private readonly Dictionary<string, Queue<StubAnswer>> _answers = [];
    private readonly WebApplication _app;

    private ServiceStub()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public List<StubRequest> Requests { get; } = [];

    public string Url => _app.Urls.Single();

    public static async Task<ServiceStub> StartAsync()
    {
        var stub = new ServiceStub();
        await stub._app.StartAsync();
        return stub;
    }

    public ServiceStub On(string request, int status, string body, params (string Name, string Value)[] headers)
    {
        if (!_answers.TryGetValue(request, out var queue))
            _answers[request] = queue = new();
        queue.Enqueue(new(status, body, headers));
        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var request = $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}";
        Requests.Add(new(request, body.ToArray(), context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString())));

        var answer = _answers.TryGetValue(request, out var queue) && queue.TryDequeue(out var next)
            ? next
            : new(599, $"Nothing prepared for {request}", []);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.Status < 400 ? "application/json" : "application/problem+json";
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers[name] = value;
        await context.Response.WriteAsync(answer.Body);
    }
}

internal sealed record StubAnswer(int Status, string Body, (string Name, string Value)[] Headers);

internal sealed record StubRequest(string Line, byte[] Body, Dictionary<string, string> Headers);
