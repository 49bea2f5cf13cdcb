namespace Reporting.Domain.Participations.Keys;

/// <summary>The training sessions of EMP-2 and DRO-3, numbered from 1; 0 is none.</summary>
internal sealed class SessionTable
{
    private readonly WordTable _sessions = new(payload: 1);

    /// <summary>The number of a session. For any thread.</summary>
    public int NumberOf(uint hash, uint shape, ReadOnlySpan<ulong> words)
    {
        lock (_sessions)
        {
            _sessions.Reserve(1);
            return _sessions.Intern(hash, shape, words, out _) + 1;
        }
    }

    /// <summary>Notes that a record of EMP-2 is retained for a session.</summary>
    public void Retain(int number) => Volatile.Write(ref _sessions.Payload(number - 1)[0], 1);

    public bool IsRetained(int number) => number > 0 && Volatile.Read(ref _sessions.Payload(number - 1)[0]) != 0;
}
