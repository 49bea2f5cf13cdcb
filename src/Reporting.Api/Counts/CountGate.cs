namespace Reporting.Api.Counts;

/// <summary>Lets so many counts in at once: each may hold a gigabyte, and nothing is gained by queueing a body.</summary>
internal sealed class CountGate(CountSettings settings) : IDisposable
{
    private readonly SemaphoreSlim _places = new(settings.AtOnce);

    /// <summary>A place, to be given back by disposing of it; null when all are taken.</summary>
    public IDisposable? TryEnter() => _places.Wait(0) ? new Place(_places) : null;

    public void Dispose() => _places.Dispose();

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
