using System.Collections.Concurrent;

namespace Reporting.TestSupport.Engines;

/// <summary>Stores that were made ready once, for others to begin with: to copy one takes far less than to install it.</summary>
/// <typeparam name="T">What tells one readiness from another.</typeparam>
public sealed class StoreTemplates<T>
{
    private readonly ConcurrentDictionary<(TestEngine Engine, T Readiness), Func<Task<TestDatabase>>> _copies = new();

    /// <summary>Ready, if one was kept; else empty.</summary>
    public async Task<TestDatabase> CreateAsync(TestEngine engine, T readiness) =>
        await (_copies.TryGetValue((engine, readiness), out var copy) ? copy() : TestDatabase.CreateAsync(engine));

    /// <summary>Keeps a store as it is now, the first time that it is so.</summary>
    public async Task KeepAsync(TestEngine engine, T readiness, TestDatabase ready)
    {
        if (!_copies.ContainsKey((engine, readiness)))
        {
            _copies.TryAdd((engine, readiness), await ready.CopiesAsync(engine));
        }
    }
}
