namespace Reporting.Domain.Participations.Keys;

/// <summary>The numbers of the sessions that one thread met, so that it seldom waits for the others.</summary>
internal sealed class SessionCache(SessionTable sessions)
{
    private readonly WordTable _known = new(payload: 1);
    private readonly ulong[] _words = new ulong[KeyText.MaximumWords];

    /// <summary>The number of a session.</summary>
    public int NumberOf(ReadOnlySpan<byte> session)
    {
        if (session.IsEmpty)
        {
            return 0;
        }

        var words = _words.AsSpan(0, KeyText.Pack(session, _words, out var shape));
        var hash = (uint)KeyText.Hash(shape, words);
        _known.Reserve(1);
        ref var number = ref _known.Payload(_known.Intern(hash, shape, words, out var isNew))[0];
        if (isNew)
        {
            number = (ulong)sessions.NumberOf(hash, shape, words);
        }

        return (int)number;
    }
}
