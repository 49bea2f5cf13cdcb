using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Fuzz;

/// <summary>The service under fire, with the fictitious returns, and credentials for everybody.</summary>
internal sealed class FuzzTarget : IAsyncDisposable
{
    // Marseille lies inside Aix-Marseille: neither is posted to, so that the nation's totals move as their own do.
    private static readonly string[] Posting =
        [RunningService.Rennes, RunningService.Bordeaux, "244400404", "200046977", "243100518", "246700488"];

    private FuzzTarget(RunningService service) => Service = service;

    public RunningService Service { get; }

    public required int Port { get; init; }

    public required HttpClient Dgcs { get; init; }

    public required IReadOnlyList<(string Siren, string Token)> Metropoles { get; init; }

    public required IReadOnlyList<string> Readers { get; init; }

    public required IReadOnlyList<string> Tokens { get; init; }

    public IReadOnlyList<string> Sirens { get; } = [.. Posting, "123456789", "24350013", "%00", "243500139x"];

    public static async Task<FuzzTarget> StartAsync()
    {
        const string unlimited = "100000000";
        var service = new RunningService(sampleData: true, settings:
        [
            ("Serilog:MinimumLevel:Default", "Fatal"), ("Serilog:MinimumLevel:Override:Microsoft", "Fatal"),
            ("Limits:ReadsPerMinute", unlimited), ("Limits:WritesPerMinute", unlimited),
            ("Limits:CountsPerMinute", unlimited), ("Limits:AnonymousPerMinute", unlimited),
        ]);
        var dgcs = await service.ClientAsync("dgcs");
        var metropoles = new List<(string, string)>();
        foreach (var siren in Posting)
        {
            metropoles.Add((siren, await TokenAsync(service, "metropole", siren)));
        }

        string[] readers = [await TokenAsync(service, "lecteur"), await TokenAsync(service, "dgcs")];
        return new(service)
        {
            Port = dgcs.BaseAddress!.Port,
            Dgcs = dgcs,
            Metropoles = metropoles,
            Readers = readers,
            Tokens = [.. metropoles.Select(metropole => metropole.Item2), await TokenAsync(service, "commissaire", "53"), .. readers],
        };
    }

    public async ValueTask DisposeAsync()
    {
        Dgcs.Dispose();
        await Service.DisposeAsync();
    }

    private static async Task<string> TokenAsync(RunningService service, string role, params string[] scope)
    {
        using var client = await service.ClientAsync(role, scope);
        return client.DefaultRequestHeaders.Authorization!.ToString();
    }
}
