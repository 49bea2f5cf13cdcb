using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Reporting.Domain.Participations.Keys;

/// <summary>
/// A set of exact keys, each with a few words of payload. The hash chooses where to look; only equal shapes and equal
/// words make equal keys. Entries are appended and never move, so that an entry's place names it for good.
/// </summary>
/// <param name="payload">Words of payload of each entry.</param>
/// <param name="hash">How keys are hashed, or null for <see cref="KeyText.Hash"/>.</param>
internal sealed class WordTable(int payload, KeyHash? hash = null)
{
    /// <summary>In the word that heads an entry, what is above so many bits is the caller's.</summary>
    public const int HeadShift = KeyText.ShapeBits;

    private readonly KeyHash _hash = hash ?? KeyText.Hash;

    private const int SegmentBits = 12;
    private const int SegmentWords = 1 << SegmentBits;
    private const int PlaceBits = 24;
    private const int SteepGrowth = 4096;
    private const uint PlaceMask = (1u << PlaceBits) - 1;

    // A slot holds the place of an entry plus one, and 8 bits of its hash that the choice of the slot did not use; or 0.
    private uint[] _slots = new uint[64];
    private ulong[][] _segments = [];
    private int _segmentCount;
    private int _used = SegmentWords;

    public int Count { get; private set; }

    /// <summary>Makes room, so that the next so many keys move no slot.</summary>
    public void Reserve(int keys)
    {
        var size = _slots.Length;
        while ((Count + keys) * 6L > size * 5L)
        {
            size *= size < SteepGrowth ? 4 : 2;
        }

        if (size > _slots.Length)
        {
            _slots = new uint[size];
            for (var entry = Next(-1); entry >= 0; entry = Next(entry))
            {
                var hash = (uint)_hash(Shape(entry), Words(entry));
                var slot = hash & (uint)(size - 1);
                while (_slots[slot] != 0)
                {
                    slot = (slot + 1) & (uint)(size - 1);
                }

                _slots[slot] = SlotOf(entry, hash);
            }
        }
    }

    /// <summary>Reads the slot of a hash, without a branch, so that many may be on their way at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint WarmSlot(uint hash) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), hash & (uint)(_slots.Length - 1));

    /// <summary>Reads the entry that the slot of a hash likely leads to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint WarmEntry(uint hash)
    {
        var slot = WarmSlot(hash);
        return slot != 0 && ((slot ^ hash) & ~PlaceMask) == 0 ? ShapeOf(Head((int)(slot & PlaceMask) - 1)) : 0;
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
                slot = SlotOf(entry, hash);
                Count++;
                return entry;
            }

            if (((slot ^ hash) & ~PlaceMask) == 0 && Is((int)(slot & PlaceMask) - 1, shape, words))
            {
                isNew = false;
                return (int)(slot & PlaceMask) - 1;
            }
        }
    }

    /// <summary>The entry of a key, or -1.</summary>
    public int Find(uint hash, uint shape, ReadOnlySpan<ulong> words)
    {
        var mask = (uint)(_slots.Length - 1);
        for (var place = hash & mask; _slots[place] != 0; place = (place + 1) & mask)
        {
            var entry = (int)(_slots[place] & PlaceMask) - 1;
            if (((_slots[place] ^ hash) & ~PlaceMask) == 0 && Is(entry, shape, words))
            {
                return entry;
            }
        }

        return -1;
    }

    /// <summary>The word that heads an entry: see <see cref="HeadShift"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref ulong Head(int entry) => ref _segments[entry >> SegmentBits][entry & (SegmentWords - 1)];

    public Span<ulong> Payload(int entry) =>
        _segments[entry >> SegmentBits].AsSpan((entry & (SegmentWords - 1)) + 1, payload);

    public uint Shape(int entry) => ShapeOf(Head(entry));

    public ReadOnlySpan<ulong> Words(int entry) =>
        _segments[entry >> SegmentBits].AsSpan((entry & (SegmentWords - 1)) + 1 + payload, KeyText.WordsOf(Shape(entry)));

    /// <summary>The entry after another, in the order in which they were added; the first after -1; or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next(int entry)
    {
        var next = entry < 0 ? 0 : entry + 1 + payload + KeyText.WordsOf(Shape(entry));
        var (segment, place) = (next >> SegmentBits, next & (SegmentWords - 1));
        if (segment < _segmentCount - 1 && place > 0 && _segments[segment][place] == 0)
        {
            (segment, place) = (segment + 1, 0);
        }

        return segment < _segmentCount - 1 || (segment == _segmentCount - 1 && place < _used) ? segment << SegmentBits | place : -1;
    }

    private static uint SlotOf(int entry, uint hash) => (hash & ~PlaceMask) | (uint)(entry + 1);

    private static uint ShapeOf(ulong head) => (uint)head & ((1u << HeadShift) - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Is(int entry, uint shape, ReadOnlySpan<ulong> words)
    {
        ref var head = ref Head(entry);
        if (ShapeOf(head) != shape)
        {
            return false;
        }

        // An entry lies whole in its segment, and equal shapes are equally long.
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
        var size = 1 + payload + words.Length;
        if (_used + size > SegmentWords)
        {
            AddSegment();
        }

        ref var head = ref _segments[_segmentCount - 1][_used];
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

        var entry = (_segmentCount - 1) << SegmentBits | _used;
        _used += size;
        return entry;
    }

    private void AddSegment()
    {
        if ((_segmentCount + 1) << SegmentBits > PlaceMask)
        {
            throw new InvalidOperationException("A part of the keys exceeds 128 MiB.");
        }

        if (_segmentCount == _segments.Length)
        {
            Array.Resize(ref _segments, Math.Max(4, _segmentCount * 2));
        }

        // No shape is 0: that ends a segment. Pinned, so that the collector never moves it.
        if (_used < SegmentWords)
        {
            _segments[_segmentCount - 1][_used] = 0;
        }

        _segments[_segmentCount++] = GC.AllocateUninitializedArray<ulong>(SegmentWords, pinned: true);
        _used = 0;
    }
}
