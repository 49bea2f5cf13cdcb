using System.Runtime.CompilerServices;

namespace Reporting.Domain.Participations.Keys;

/// <summary>
/// Sends the facts of one thread to their partitions, many at a time: each partition is small enough to be near while
/// it takes them, and is locked once for all.
/// </summary>
internal sealed class KeyWriter(KeyStore store)
{
    private const int BatchWords = 1024;

    private readonly ulong[][] _batches = [.. store.Partitions.Select(_ => new ulong[BatchWords])];
    private readonly int[] _words = new int[store.Partitions.Length];
    private readonly int[] _keys = new int[store.Partitions.Length];
    private readonly ulong[] _key = new ulong[KeyText.MaximumWords];

    public void AddPerson(ReadOnlySpan<byte> person, Fact fact) => Add(person, 0, fact, []);

    /// <param name="household">The household.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="member">The person behind it; empty when the record is not retained.</param>
    public void AddHousehold(ReadOnlySpan<byte> household, Fact fact, ReadOnlySpan<byte> member) =>
        Add(household, KeyEntry.Household, fact, member);

    /// <summary>Sends what is left.</summary>
    public void Flush()
    {
        for (var partition = 0; partition < _batches.Length; partition++)
        {
            Flush(partition);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(ReadOnlySpan<byte> key, uint space, Fact fact, ReadOnlySpan<byte> member)
    {
        var words = _key.AsSpan(0, KeyText.Pack(key, _key, out var shape));
        var hash = KeyText.Hash(shape, words);
        if (fact.ReservesItsPerson)
        {
            store.Reserved.Add(hash, fact.Group.Action);
        }

        var partition = KeyStore.PartitionOf(hash);
        if (_words[partition] + KeyEntry.MaximumWords > BatchWords)
        {
            Flush(partition);
        }

        var batch = _batches[partition].AsSpan(_words[partition]);
        shape |= space;
        batch[1] = KeyEntry.Pack(fact);
        for (var place = 0; place < words.Length; place++)
        {
            batch[KeyEntry.HeaderWords + place] = words[place];
        }

        var length = KeyEntry.HeaderWords + words.Length;
        if (!member.IsEmpty)
        {
            shape |= KeyEntry.MemberFollows;
            var memberWords = KeyText.Pack(member, batch[(length + 1)..], out var memberShape);
            batch[length] = memberShape;
            length += 1 + memberWords;
        }

        batch[0] = (ulong)shape << 32 | (uint)hash;
        _words[partition] += length;
        _keys[partition]++;
    }

    private void Flush(int partition)
    {
        if (_words[partition] > 0)
        {
            lock (store.Partitions[partition])
            {
                store.Partitions[partition].Add(_batches[partition].AsSpan(0, _words[partition]), _keys[partition]);
            }

            _words[partition] = 0;
            _keys[partition] = 0;
        }
    }
}
