namespace Reporting.Api.Tests.Idempotency;

/// <summary>Services that the cases of a theory share: each case has a territory to itself, and a key of its own.</summary>
public sealed class WriteRouteServices : IAsyncLifetime
{
    internal Instances Repeated { get; } = new(2);

    internal Instances Whole { get; } = new();

    internal Instances Crashing { get; } = new(2);

    internal Instances Keyed { get; } = new();

    internal Instances Withdrawn { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var instances in (Instances[])[Repeated, Whole, Crashing, Keyed, Withdrawn])
        {
            await instances.DisposeAsync();
        }
    }
}
