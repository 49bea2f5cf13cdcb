using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Reporting.ForeignClients.Tests.Npm;

namespace Reporting.ForeignClients.Tests.Browser;

/// <summary>Serves the page and UI5's modules, and waits for what the page has to say.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(2);

    private readonly TaskCompletionSource<JsonElement> _result = new();
    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("reporting-browser-");
    private readonly WebApplication _app;

    private PageServer()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _app = builder.Build();
        Serve("", NpmFolder.Path);
        Serve("/resources", Path.Combine(NpmFolder.Path, "node_modules", "@openui5", "sap.ui.core", "src"));
        _app.MapPost("/resultat", async (HttpRequest request) =>
        {
            using var document = await JsonDocument.ParseAsync(request.Body);
            _result.TrySetResult(document.RootElement.Clone());
        });
    }

    public static async Task<PageServer> StartAsync()
    {
        var server = new PageServer();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Opens the page in the browser, and returns what it reports.</summary>
    public async Task<JsonElement> RunAsync(string page)
    {
        using var browser = Chromium.Open(new Uri(_app.Urls.Single() + page), _profile.FullName);
        browser.BeginOutputReadLine();
        browser.BeginErrorReadLine();
        try
        {
            return await _result.Task.WaitAsync(_longest);
        }
        finally
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _profile.Delete(recursive: true);
    }

    private void Serve(string path, string folder) => _app.UseStaticFiles(new StaticFileOptions
    {
        RequestPath = path,
        FileProvider = new PhysicalFileProvider(folder),
        ServeUnknownFileTypes = true,
    });
}
