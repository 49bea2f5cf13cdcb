using System.Text.Json;
using Reporting.Api.Tests.Hosting;
using Reporting.Api.Tests.Returns;
using Reporting.Domain.Territories;
using Reporting.Store.Registry;
using Reporting.TestSupport.Engines;

namespace Reporting.Api.Tests.Idempotency;

/// <summary>One service, or several on one store, with a client a role.</summary>
internal sealed class Instances : IAsyncDisposable
{
    private readonly TestDatabase _store = TestDatabase.Create(EngineUnderTest.Engine);
    private readonly List<RunningService> _services = [];
    private string? _created;
    private string? _event;
    private Queue<Territory>? _territories;

    public Instances(int count = 1)
    {
        (string, string)[] shared =
        [
            ("Store:ConnectionString", _store.Options.ConnectionString), ("Reporting:ReaderKeyPeppers:a", Convert.ToBase64String(new byte[32])),
            ("Reporting:WebhookKeys:a", Convert.ToBase64String(new byte[32])),
        ];
        for (var index = 0; index < count; index++)
        {
            var crash = new CrashBeforeAnswer();
            Crashes.Add(crash);
            _services.Add(new RunningService(settings: shared).With<Microsoft.AspNetCore.Hosting.IStartupFilter>(crash));
        }
    }

    public List<CrashBeforeAnswer> Crashes { get; } = [];

    public RunningService this[int index] => _services[index];

    public Task<HttpClient> ClientAsync(string role, int instance = 0, IReadOnlyList<string>? scope = null) =>
        _services[instance].ClientAsync(role, [.. scope ?? WriteRoute.ScopeOf(role)]);

    /// <summary>A territory that no test before has been given: what is done in one disturbs nothing done in another.</summary>
    public async Task<Territory> NewTerritoryAsync()
    {
        _territories ??= new(await this[0].Get<TerritoryStore>().AllAsync(at: null, CancellationToken.None));
        return _territories.Dequeue();
    }

    /// <summary>Sends to the first instance, or another, as the role that may.</summary>
    public async Task<Given> SendAsync(WriteRoute write, string? key = null, bool other = false, int instance = 0)
    {
        using var client = await ClientAsync(write.Role, instance, write.Scope);
        var path = write.Path.Replace(WriteRoute.Created, _created, StringComparison.Ordinal)
            .Replace(WriteRoute.Event, _event, StringComparison.Ordinal);
        return await Given.ToAsync(client, (write with { Path = path }).Request(key, other));
    }

    public async Task PrepareAsync(WriteRoute write)
    {
        foreach (var before in write.Before)
        {
            var given = await SendAsync(before);
            Assert.True(given.IsSuccess);
            using var body = JsonDocument.Parse(given.Body);
            _created = body.RootElement.TryGetProperty("id", out var id) ? id.GetString() : _created;
            _event = body.RootElement.TryGetProperty("evenement", out var queued) ? queued.GetString() : _event;
        }
    }

    /// <summary>What the journal tells of writes, oldest first.</summary>
    public async Task<IReadOnlyList<string>> WritesAsync()
    {
        using var client = await ClientAsync("dgcs");
        var journal = await OpenCampaign.ReadAsync(await client.GetAsync(OpenCampaign.Of("/v1/journal?limite=1000")));
        return [.. journal.GetProperty("entrees").EnumerateArray()
            .Where(entry => entry.GetProperty("acteur").GetString() != "service")
            .Select(entry => entry.GetProperty("action").GetString()!)
            .Where(action => !action.EndsWith(".lire", StringComparison.Ordinal)).Reverse()];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }

        await _store.DisposeAsync();
    }
}
