using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Reporting.Api.Access;

namespace Reporting.Api.Tests.Access;

/// <summary>Hears the service's security events.</summary>
internal sealed class HeardEvents : ILogger<SecurityEvents>
{
    private readonly ConcurrentQueue<(int Id, string Text)> _heard = [];

    /// <summary>What was told since the last time.</summary>
    public IReadOnlyList<(int Id, string Text)> Take()
    {
        var taken = new List<(int, string)>();
        while (_heard.TryDequeue(out var told))
        {
            taken.Add(told);
        }

        return taken;
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _heard.Enqueue((eventId.Id, formatter(state, exception)));
}
