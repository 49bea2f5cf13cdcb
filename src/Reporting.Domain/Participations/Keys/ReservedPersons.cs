using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Keys;

/// <summary>The persons whom ENF-2 retains, with the actions: they count in no other indicator there.</summary>
internal sealed class ReservedPersons
{
    private const int FilterBits = 16;

    private readonly KeyPart?[] _parts = new KeyPart?[KeyLog.Parts];

    // Tells at once most persons and actions of whom ENF-2 retains no record; of the others it says nothing.
    private readonly ulong[] _filter = new ulong[1 << FilterBits];

    /// <summary>Takes a part of what was written down of ENF-2. For any thread, another part each.</summary>
    public void Read(KeyLog log, int part)
    {
        if (log.End(part) == 0)
        {
            return;
        }

        var persons = _parts[part] ??= new();
        persons.Add(log, part);
        for (var end = log.End(part); end != 0;)
        {
            for (var entries = log.Entries(end, out end); entries.Length > 0;)
            {
                var shape = KeyEntry.ShapeOf(entries[0]);
                var words = entries.Slice(1, KeyText.WordsOf(shape));
                var mixed = Mix(KeyText.Hash(shape, words), KeyEntry.FactOf(entries[0]).Group.Action);
                Interlocked.Or(ref _filter[mixed >> (64 - FilterBits)], 1UL << (int)(mixed & 63));
                entries = entries[(1 + words.Length)..];
            }
        }
    }

    public bool Contains(ReadOnlySpan<byte> person, ActionIndex action)
    {
        Span<ulong> words = stackalloc ulong[KeyText.MaximumWords];
        words = words[..KeyText.Pack(person, words, out var shape)];
        return Contains(KeyText.Hash(shape, words), shape, words, action);
    }

    public bool Contains(WordTable persons, int person, ActionIndex action)
    {
        var shape = persons.Shape(person);
        var words = persons.Words(person);
        return Contains(KeyText.Hash(shape, words), shape, words, action);
    }

    public bool Contains(ulong hash, uint shape, ReadOnlySpan<ulong> words, ActionIndex action)
    {
        var mixed = Mix(hash, action);
        return (_filter[mixed >> (64 - FilterBits)] & 1UL << (int)(mixed & 63)) != 0
            && _parts[KeyLog.PartOf(hash)] is { } part && part.IsReserved(hash, shape, words, action);
    }

    private static ulong Mix(ulong person, ActionIndex action)
    {
        var mixed = (person ^ (ulong)action.Value) * 0x9E3779B97F4A7C15;
        return mixed ^ (mixed >> 29);
    }
}
