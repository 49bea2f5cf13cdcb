using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Reporting.Api.Tests.Webhooks;

/// <summary>A territory's own system, which takes webhooks on a port of this machine.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    public ConcurrentQueue<Received> Taken { get; } = new();

    public HttpStatusCode Answer { get; set; } = HttpStatusCode.NoContent;

    public string? RedirectTo { get; set; }

    public string Url => $"{_app.Urls.Single()}/recevoir";

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    public async Task<Received> NextAsync(int number)
    {
        for (var wait = 0; wait < 500 && Taken.Count < number; wait++)
        {
            await Task.Delay(20);
        }

        return Taken.ElementAt(number - 1);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers;
        Taken.Enqueue(new(
            context.Request.Path, headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(),
            headers["webhook-signature"].ToString(), await reader.ReadToEndAsync()));
        context.Response.StatusCode = (int)Answer;
        if (RedirectTo is { } elsewhere)
        {
            context.Response.Headers.Location = elsewhere;
        }
    }
}

internal sealed record Received(string Path, string Id, string Timestamp, string Signature, string Body);
