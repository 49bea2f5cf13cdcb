using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Reporting.Api.Feed;
using Reporting.Api.Limits;
using Reporting.Api.Tests.Hosting;
using Reporting.Domain.Secrecy;
using Reporting.Store;
using Reporting.Store.Journal;
using Reporting.TestSupport.Engines;

namespace Reporting.Api.Tests.Feed;

/// <summary>The feed alone, on a port of its own, over a store that holds what one SQL script inserts.</summary>
public class FeedHost(string script, params string[] settings) : IAsyncLifetime
{
    private TestDatabase? _store;
    private WebApplication? _app;

    public HttpClient Client { get; } = new();

    /// <summary>The clock of the service, after every date in the scripts.</summary>
    internal FakeTimeProvider Time { get; } = new(new(2026, 6, 30, 8, 0, 0, TimeSpan.Zero));

    internal Database Database => _app!.Services.GetRequiredService<Database>();

    public string Root => $"{Client.BaseAddress}";

    public virtual async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0", .. settings]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Time);
        _store = await TestDatabase.CreateAsync(EngineUnderTest.Engine);
        builder.Services.AddSingleton(_store.Options);
        builder.Services.AddSingleton<Database>();
        builder.Services.AddSingleton<SchemaInstaller>();
        builder.Services.AddFeed();
        builder.Services.AddSingleton(new ClientQuotas(new()));
        _app = builder.Build();
        _app.MapFeed(_ => Audience.Everything);
        await _app.Services.GetRequiredService<SchemaInstaller>().InstallAsync(Author.Service, default);
        await using var connection = await Database.OpenAsync(default);
        await connection.ExecuteAsync(script);
        await _app.StartAsync();
        Client.BaseAddress = new Uri(_app.Urls.Single() + "/odata/v1/");
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        await _store!.DisposeAsync();
    }

    /// <summary>Sends a URL as it is written, but for spaces and accents, without the tidying that Uri does.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        string url, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(
            EscapeSpacesAndAccents(url.StartsWith("http", StringComparison.Ordinal) ? url : Root + url),
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request);
    }

    private static string EscapeSpacesAndAccents(string url) =>
        string.Concat(url.EnumerateRunes().Select(rune =>
            rune.IsAscii && rune.Value > ' ' ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));

    public async Task<string> TextAsync(string url, params (string Name, string Value)[] headers)
    {
        var response = await SendAsync(url, null, headers);
        Assert.Equal(200, (int)response.StatusCode);
        return (await response.Content.ReadAsStringAsync()).Replace(Root, "http://hote/odata/v1/", StringComparison.Ordinal);
    }

    public async Task<JsonElement> JsonAsync(string url, params (string Name, string Value)[] headers) =>
        JsonDocument.Parse(await TextAsync(url, headers)).RootElement;
}
