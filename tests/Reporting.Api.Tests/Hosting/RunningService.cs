using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Reporting.Api.Hosting;
using Reporting.Store;
using Reporting.TestSupport.Engines;

namespace Reporting.Api.Tests.Hosting;

/// <summary>The whole service on a real port, with a store, a key and a clock of its own.</summary>
internal sealed class RunningService : WebApplicationFactory<StorePreparation>
{
    public const string Rennes = "243500139";
    public const string Bordeaux = "243300316";

    private static readonly StoreTemplates<Readiness> _templates = new();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reporting-api-");
    private readonly Readiness _readiness;
    private readonly TestDatabase? _store;
    private readonly Dictionary<string, string?> _settings;
    private readonly string _environment;
    private readonly List<ServiceDescriptor> _further = [];

    /// <param name="now">The clock at start: by default the middle of the 2025 campaign.</param>
    /// <param name="sampleData">Whether the fictitious returns are there.</param>
    /// <param name="environment">The hosting environment.</param>
    /// <param name="settings">Further settings.</param>
    public RunningService(
        DateTimeOffset? now = null, bool sampleData = false, string environment = "Development",
        params (string Name, string Value)[] settings)
    {
        Clock = new(now ?? new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero));
        _environment = environment;
        _settings = settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value);
        _settings["Reporting:SampleData"] = sampleData ? "true" : "false";
        _readiness = new(Clock.GetUtcNow(), sampleData, _settings.GetValueOrDefault("Reporting:Sandbox") is "true");
        if (!_settings.ContainsKey("Store:ConnectionString"))
        {
            _store = Task.Run(() => _templates.CreateAsync(EngineUnderTest.Engine, _readiness)).GetAwaiter().GetResult();
            _settings["Store:ConnectionString"] = _store.Options.ConnectionString;
        }

        _settings.TryAdd("Store:Provider", (EngineUnderTest.Engine is TestEngine.Sqlite ? Engine.Sqlite : Engine.SqlServer).ToString());
        // The tests speak plain HTTP over the loopback.
        _settings.TryAdd("Transport:RequireHttps", "false");
        UseKestrel(0);
    }

    public FakeTimeProvider Clock { get; }

    /// <summary>Adds a service of the test's own, before the first client.</summary>
    public RunningService With<T>(T service)
        where T : class
    {
        _further.Add(ServiceDescriptor.Singleton(service));
        return this;
    }

    /// <summary>A client that signs in as a role, or as nobody.</summary>
    public async Task<HttpClient> ClientAsync(string? role = null, params string[] scope)
    {
        StartServer();
        ClientOptions.AllowAutoRedirect = false;
        var client = CreateClient();
        if (role is not null)
        {
            var query = string.Join('&', scope.Select(code => code.Length > 3 ? $"territoire={code}" : $"region={code}"));
            var answer = await client.GetFromJsonAsync<JsonElement>(new Uri($"/dev/jetons/{role}?{query}", UriKind.Relative));
            client.DefaultRequestHeaders.Authorization =
                new AuthenticationHeaderValue("Bearer", answer.GetProperty("jeton").GetString());
        }

        return client;
    }

    /// <summary>
    /// The fault that keeps a service from starting. Now and then the service is gone before the base class has heard
    /// why: then another is started.
    /// </summary>
    public static async Task<T> RefusalAsync<T>(Func<RunningService> make)
        where T : Exception
    {
        const int attempts = 20;
        for (var attempt = 1; ; attempt++)
        {
            await using var service = make();
            try
            {
                await service.ClientAsync();
                Assert.Fail("The service started.");
            }
            catch (ObjectDisposedException) when (attempt < attempts)
            {
            }
            catch (T refusal)
            {
                return refusal;
            }
        }
    }

    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        builder.UseContentRoot(_folder.FullName);
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Add(_further);
        });
    }

    /// <summary>Of what it made of an empty store, before anybody asked for anything, later services begin with a copy.</summary>
    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        if (_store is not null && host.Services.GetRequiredService<StorePreparation>().IsDone)
        {
            Task.Run(() => _templates.KeepAsync(EngineUnderTest.Engine, _readiness, _store)).GetAwaiter().GetResult();
        }

        return host;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        // The base class disposes itself a second time, asynchronously.
        if (disposing && Directory.Exists(_folder.FullName))
        {
            _store?.Dispose();
            _folder.Delete(recursive: true);
        }
    }

    /// <summary>What a store holds once a service has started on it.</summary>
    private readonly record struct Readiness(DateTimeOffset Now, bool SampleData, bool Sandbox);
}
