using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Reporting.Domain.Participations.Keys;

/// <summary>
/// A set of exact keys, each with a few words of payload. The hash chooses where to look; only equal shapes and equal
/// words make equal keys. Entries are appended, so that an entry's place names it for good.
/// </summary>
/// <param name="payload">Words of payload of each entry.</param>
internal sealed class WordTable(int payload)
{
    /// <summary>In the word that heads an entry, what is above so many bits is the caller's.</summary>
    public const int HeadShift = KeyText.ShapeBits;

    // A slot holds the hash of an entry and its place plus one; or 0.
    private ulong[] _slots = new ulong[64];
    private ulong[] _words = new ulong[64];
    private int _used;

    public int Count { get; private set; }

    /// <summary>Forgets every key, and keeps the room.</summary>
    public void Clear()
    {
        Array.Clear(_slots);
        (_used, Count) = (0, 0);
    }

    /// <summary>Makes room, so that the next so many keys move no slot.</summary>
    public void Reserve(int keys)
    {
        if ((Count + keys) * 2L <= _slots.Length)
        {
            return;
        }

        var mask = (uint)BitOperations.RoundUpToPowerOf2((uint)(Count + keys) * 2) - 1;
        var slots = new ulong[mask + 1];
        foreach (var slot in _slots)
        {
            if (slot != 0)
            {
                var place = (uint)(slot >> 32) & mask;
                while (slots[place] != 0)
                {
                    place = (place + 1) & mask;
                }

                slots[place] = slot;
            }
        }

        _slots = slots;
    }

    /// <summary>The entry of a key, added when it is new. Room must be reserved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Intern(uint hash, uint shape, ReadOnlySpan<ulong> words, out bool isNew)
    {
        ref var slots = ref MemoryMarshal.GetArrayDataReference(_slots);
        var mask = (uint)(_slots.Length - 1);
        for (var place = hash & mask; ; place = (place + 1) & mask)
        {
            ref var slot = ref Unsafe.Add(ref slots, place);
            if (slot == 0)
            {
                isNew = true;
                var entry = Add(shape, words);
                slot = (ulong)hash << 32 | (uint)(entry + 1);
                Count++;
                return entry;
            }

            if (slot >> 32 == hash && Is((int)(uint)slot - 1, shape, words))
            {
                isNew = false;
                return (int)(uint)slot - 1;
            }
        }
    }

    /// <summary>The entry of a key, or -1.</summary>
    public int Find(uint hash, uint shape, ReadOnlySpan<ulong> words)
    {
        var mask = (uint)(_slots.Length - 1);
        for (var place = hash & mask; _slots[place] != 0; place = (place + 1) & mask)
        {
            var entry = (int)(uint)_slots[place] - 1;
            if (_slots[place] >> 32 == hash && Is(entry, shape, words))
            {
                return entry;
            }
        }

        return -1;
    }

    /// <summary>The word that heads an entry: see <see cref="HeadShift"/>. Good until a key is added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref ulong Head(int entry) => ref _words[entry];

    public Span<ulong> Payload(int entry) => _words.AsSpan(entry + 1, payload);

    public uint Shape(int entry) => ShapeOf(Head(entry));

    public ReadOnlySpan<ulong> Words(int entry) => _words.AsSpan(entry + 1 + payload, KeyText.WordsOf(Shape(entry)));

    /// <summary>The entry after another, in the order in which they were added; the first after -1; or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next(int entry)
    {
        var next = entry < 0 ? 0 : entry + 1 + payload + KeyText.WordsOf(Shape(entry));
        return next < _used ? next : -1;
    }

    private static uint ShapeOf(ulong head) => (uint)head & ((1u << HeadShift) - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Is(int entry, uint shape, ReadOnlySpan<ulong> words)
    {
        ref var head = ref Head(entry);
        if (ShapeOf(head) != shape)
        {
            return false;
        }

        // Equal shapes are equally long.
        ref var own = ref Unsafe.Add(ref head, 1 + payload);
        for (var place = 0; place < words.Length; place++)
        {
            if (Unsafe.Add(ref own, place) != words[place])
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Add(uint shape, ReadOnlySpan<ulong> words)
    {
        var entry = _used;
        _used += 1 + payload + words.Length;
        if (_used > _words.Length)
        {
            Array.Resize(ref _words, Math.Max(_used, _words.Length * 2));
        }

        ref var head = ref _words[entry];
        head = shape;
        for (var place = 1; place <= payload; place++)
        {
            Unsafe.Add(ref head, place) = 0;
        }

        ref var own = ref Unsafe.Add(ref head, 1 + payload);
        for (var place = 0; place < words.Length; place++)
        {
            Unsafe.Add(ref own, place) = words[place];
        }

        return entry;
    }
}
