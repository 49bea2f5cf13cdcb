using Microsoft.AspNetCore.Http.Features;

namespace Reporting.Api.Feed.Batch;

/// <summary>The status and the headers of one answer within a batch.</summary>
internal sealed class PartResponse(Func<bool> hasStarted) : HttpResponseFeature
{
    private readonly Stack<(Func<object, Task> Callback, object State)> _starting = [];

    public override bool HasStarted => hasStarted();

    public override void OnStarting(Func<object, Task> callback, object state) => _starting.Push((callback, state));

    /// <summary>Runs what is left to do before the headers leave: the last of it that was asked for first, as everywhere.</summary>
    public void Start()
    {
        while (_starting.TryPop(out var last))
        {
            last.Callback(last.State).GetAwaiter().GetResult();
        }
    }
}
