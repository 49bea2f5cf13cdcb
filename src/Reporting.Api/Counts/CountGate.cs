using System.Collections.Concurrent;

namespace Reporting.Api.Counts;

/// <summary>
/// Lets so many counts in at once, one of each client: each may hold a gigabyte, and nothing is gained by queueing a body.
/// </summary>
internal sealed class CountGate(CountSettings settings) : IDisposable
{
    private readonly SemaphoreSlim _places = new(settings.AtOnce);
    private readonly ConcurrentDictionary<string, bool> _clients = new();

    /// <summary>The client's turn, to be given back by disposing of it; null while something else of the client's has it.</summary>
    public IDisposable? TryTakeTurn(string client) =>
        _clients.TryAdd(client, true) ? new Held(() => _clients.TryRemove(client, out _)) : null;

    /// <summary>A place, to be given back by disposing of it; null when all are taken.</summary>
    public IDisposable? TryEnter() => _places.Wait(0) ? new Held(() => _places.Release()) : null;

    public void Dispose() => _places.Dispose();

    private sealed class Held(Action giveBack) : IDisposable
    {
        public void Dispose() => giveBack();
    }
}
