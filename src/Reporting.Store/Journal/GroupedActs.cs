namespace Reporting.Store.Journal;

/// <summary>Records acts that write nothing else: those that come while others are being recorded go together, next.</summary>
internal sealed class GroupedActs(Database database)
{
    private const int MostAtOnce = 100;

    private readonly Lock _turn = new();
    private readonly Queue<(Act Act, TaskCompletionSource Recorded)> _waiting = new();
    private bool _isRecording;

    /// <summary>Ends once the entry is durable. A caller that goes away meanwhile is recorded all the same.</summary>
    public async Task RecordAsync(Act act, CancellationToken cancel)
    {
        var recorded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bool isFirst;
        lock (_turn)
        {
            _waiting.Enqueue((act, recorded));
            isFirst = !_isRecording;
            _isRecording = true;
        }

        if (isFirst)
        {
            _ = Task.Run(RecordAllAsync, CancellationToken.None);
        }

        await recorded.Task.WaitAsync(cancel);
    }

    private async Task RecordAllAsync()
    {
        while (Next() is { Count: > 0 } group)
        {
            var recording = database.RecordAsync([.. group.Select(waiting => waiting.Act)], CancellationToken.None);
            // Whatever becomes of the transaction is for those who wait to know.
            await ((Task)recording).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var (_, recorded) in group)
            {
                recorded.SetFromTask(recording);
            }
        }
    }

    private List<(Act Act, TaskCompletionSource Recorded)> Next()
    {
        lock (_turn)
        {
            var group = new List<(Act, TaskCompletionSource)>();
            while (group.Count < MostAtOnce && _waiting.TryDequeue(out var waiting))
            {
                group.Add(waiting);
            }

            _isRecording = group.Count > 0;
            return group;
        }
    }
}
