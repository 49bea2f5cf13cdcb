using System.Runtime.CompilerServices;

namespace Reporting.Domain.Participations.Keys;

/// <summary>
/// Facts about keys, written down one after the other by one thread, parted by the hashes of the keys: a part is small
/// enough to be near the processor when it is sorted out. Facts about the same key become one before a part grows out
/// of proportion, so that memory is bounded by the distinct keys.
/// </summary>
/// <param name="limit">Segments of a part beyond which it is compacted.</param>
internal sealed class KeyLog(int limit = KeyLog.CompactedSegments)
{
    public const int Parts = 1 << PartBits;

    private const int PartBits = 8;
    private const int SegmentBits = 10;
    private const int SegmentWords = 1 << SegmentBits;
    private const int SlabBits = 17;
    private const int SlabWords = 1 << SlabBits;

    // 128 KiB of one part, 32 MiB of a whole log: 5,000 facts or so a part.
    private const int CompactedSegments = 16;

    // Parts that hardly shrink, one after the other, until all are let grow.
    private const int Samples = 8;

    // The place after the last entry of each part, in words; 0 while there is none. The first word of a segment is the
    // place after the last entry of the segment before.
    private readonly int[] _ends = new int[Parts];
    private readonly int[] _counts = new int[Parts];
    private readonly int[] _limits = new int[Parts];
    private readonly Stack<int> _free = [];
    private ulong[][] _slabs = [];
    private int _next;
    private KeyPart? _compacted;
    private int _limit = limit;
    private int _spared;

    /// <summary>Words set aside for all parts.</summary>
    public long Room => (long)_slabs.Length * SlabWords;

    public static int PartOf(ulong hash) => (int)(hash >> (64 - PartBits));

    /// <summary>Adds a fact, with its detail if it has one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong hash, uint shape, ReadOnlySpan<ulong> key, Fact fact)
    {
        var head = KeyEntry.Head(hash, shape, fact);
        if (fact.Detail == 0)
        {
            Write(Append(PartOf(hash), 1 + key.Length), head, key);
            return;
        }

        var entry = Append(PartOf(hash), 1 + key.Length + 1);
        Write(entry, KeyEntry.WithNumber(head), key);
        entry[^1] = (uint)fact.Detail;
    }

    /// <summary>Adds a fact about a household, and the person behind it.</summary>
    public void Add(ulong hash, uint shape, ReadOnlySpan<ulong> key, Fact fact, uint memberShape, ReadOnlySpan<ulong> member)
    {
        var entry = Append(PartOf(hash), 1 + key.Length + 1 + member.Length);
        Write(entry, KeyEntry.WithMember(KeyEntry.Head(hash, shape, fact)), key);
        Write(entry[(1 + key.Length)..], memberShape, member);
    }

    /// <summary>The place after the last entry of a part, or 0.</summary>
    public int End(int part) => _ends[part];

    /// <summary>The entries of a part that end at a place and lie together; others may end before.</summary>
    public ReadOnlySpan<ulong> Entries(int end, out int before)
    {
        var start = (end - 1) & -SegmentWords;
        var segment = _slabs[start >> SlabBits].AsSpan(start & (SlabWords - 1), end - start);
        before = (int)segment[0];
        return segment[1..];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(Span<ulong> entry, ulong head, ReadOnlySpan<ulong> key)
    {
        entry[0] = head;
        for (var place = 0; place < key.Length; place++)
        {
            entry[place + 1] = key[place];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<ulong> Append(int part, int words)
    {
        ref var end = ref _ends[part];
        if (((end - 1) & (SegmentWords - 1)) + 1 + words > SegmentWords)
        {
            AddSegment(part);
        }

        var entry = _slabs[end >> SlabBits].AsSpan(end & (SlabWords - 1), words);
        end += words;
        return entry;
    }

    private void AddSegment(int part)
    {
        if (_counts[part] >= Math.Max(_limits[part], _limit))
        {
            Compact(part);
        }

        if (!_free.TryPop(out var segment))
        {
            segment = _next++;
            if (segment << SegmentBits >> SlabBits == _slabs.Length)
            {
                _slabs = [.. _slabs, GC.AllocateUninitializedArray<ulong>(SlabWords)];
            }
        }

        var start = segment << SegmentBits;
        _slabs[start >> SlabBits][start & (SlabWords - 1)] = (uint)_ends[part];
        _ends[part] = start + 1;
        _counts[part]++;
    }

    private void Compact(int part)
    {
        _compacted ??= new();
        _compacted.Clear();
        _compacted.Add(this, part);
        for (var end = _ends[part]; end != 0;)
        {
            _free.Push((end - 1) >> SegmentBits);
            Entries(end, out end);
        }

        var before = _counts[part];
        (_ends[part], _counts[part], _limits[part]) = (0, 0, int.MaxValue);
        _compacted.WriteTo(this);
        var after = _counts[part];
        _limits[part] = after * 2;

        // The hash parts keys evenly: where some parts hardly shrink, the others would not either.
        _spared = before > _limit ? _spared : after * 2 > before ? _spared + 1 : 0;
        if (_spared == Samples)
        {
            (_limit, _spared) = (_limit * 2, 0);
        }
    }
}
