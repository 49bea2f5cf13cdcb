using System.Collections.Concurrent;

namespace Reporting.TestSupport.Engines;

/// <summary>Stores that were made ready once, for others to begin with: to copy one takes far less than to install it.</summary>
/// <typeparam name="T">What tells one readiness from another.</typeparam>
public sealed class StoreTemplates<T>(TestEngine engine)
    where T : notnull
{
    private readonly ConcurrentDictionary<T, Func<Task<TestDatabase>>> _copies = new();

    /// <summary>Ready, if one was kept; else empty.</summary>
    public async Task<TestDatabase> CreateAsync(T readiness) =>
        await (_copies.TryGetValue(readiness, out var copy) ? copy() : TestDatabase.CreateAsync(engine));

    /// <summary>Keeps a store as it is now, the first time that it is so.</summary>
    public async Task KeepAsync(T readiness, TestDatabase ready)
    {
        if (!_copies.ContainsKey(readiness))
        {
            _copies.TryAdd(readiness, await ready.CopiesAsync(engine));
        }
    }
}
