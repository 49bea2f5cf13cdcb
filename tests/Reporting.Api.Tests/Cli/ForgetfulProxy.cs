using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Reporting.Api.Tests.Cli;

/// <summary>Stands in front of the service and loses one header of each request: a service with a fault.</summary>
internal sealed class ForgetfulProxy : IAsyncDisposable
{
    private static readonly string[] _carried = ["Authorization", "If-Match", "If-None-Match", "Idempotency-Key"];

    private readonly WebApplication _app;
    private readonly HttpClient _service;
    private readonly string _forgotten;

    private ForgetfulProxy(string service, string forgotten)
    {
        (_service, _forgotten) = (new() { BaseAddress = new(service) }, forgotten);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(ForwardAsync);
    }

    public string Url => _app.Urls.Single();

    public static async Task<ForgetfulProxy> StartAsync(string service, string forgotten)
    {
        var proxy = new ForgetfulProxy(service, forgotten);
        await proxy._app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _service.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var asked = context.Request;
        using var request = new HttpRequestMessage(new(asked.Method), asked.Path + asked.QueryString.ToString());
        if (asked.ContentType is { } type)
        {
            request.Content = new StreamContent(asked.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        foreach (var name in _carried.Where(name => name != _forgotten && asked.Headers.ContainsKey(name)))
        {
            request.Headers.TryAddWithoutValidation(name, asked.Headers[name].ToString());
        }

        using var answer = await _service.SendAsync(request);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        foreach (var (name, values) in answer.Headers.Where(header => header.Key is "ETag" or "Reporting-Environnement"))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body);
    }
}
