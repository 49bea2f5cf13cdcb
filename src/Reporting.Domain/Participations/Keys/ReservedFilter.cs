using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Keys;

/// <summary>
/// Tells at once most persons and actions of whom ENF-2 retains no record; of the others it says nothing. For any thread.
/// </summary>
internal sealed class ReservedFilter
{
    private const int IndexBits = 16;

    private readonly ulong[] _bits = new ulong[1 << IndexBits];

    public void Add(ulong person, ActionIndex action)
    {
        var hash = Hash(person, action);
        Interlocked.Or(ref _bits[hash >> (64 - IndexBits)], 1UL << (int)(hash & 63));
    }

    public bool MayContain(ulong person, ActionIndex action)
    {
        var hash = Hash(person, action);
        return (_bits[hash >> (64 - IndexBits)] & 1UL << (int)(hash & 63)) != 0;
    }

    private static ulong Hash(ulong person, ActionIndex action)
    {
        var hash = (person ^ (ulong)action.Value) * 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 29);
    }
}
