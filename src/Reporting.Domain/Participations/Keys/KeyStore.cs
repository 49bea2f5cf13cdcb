using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Keys;

/// <summary>Everything that is kept of the records: the distinct keys with their facts, the sessions and the posts.</summary>
internal sealed class KeyStore
{
    private const int PartitionBits = 8;

    /// <summary>Persons and households, parted by their hashes.</summary>
    public KeyPartition[] Partitions { get; } = [.. Enumerable.Range(0, 1 << PartitionBits).Select(_ => new KeyPartition())];

    public SessionTable Sessions { get; } = new();

    public PostLedger Posts { get; } = new();

    /// <summary>The persons whom ENF-2 retains, by action, more or less.</summary>
    public ReservedFilter Reserved { get; } = new();

    public static int PartitionOf(ulong hash) => (int)(hash >> (64 - PartitionBits));

    /// <summary>Whether a person is retained in ENF-2 for an action, and so counts in no other indicator there.</summary>
    public bool IsReserved(ReadOnlySpan<byte> person, ActionIndex action)
    {
        Span<ulong> words = stackalloc ulong[KeyText.MaximumWords];
        words = words[..KeyText.Pack(person, words, out var shape)];
        return IsReserved(shape, words, action);
    }

    public bool IsReserved(uint shape, ReadOnlySpan<ulong> words, ActionIndex action)
    {
        var hash = KeyText.Hash(shape, words);
        return Reserved.MayContain(hash, action)
            && FindPerson(hash, shape, words) is { } person && person.Partition.IsReserved(person.Entry, action);
    }

    /// <summary>Notes that a person represents a household.</summary>
    public void Represent(uint shape, ReadOnlySpan<ulong> words)
    {
        if (FindPerson(KeyText.Hash(shape, words), shape, words) is { } person)
        {
            person.Partition.Represent(person.Entry);
        }
    }

    private (KeyPartition Partition, int Entry)? FindPerson(ulong hash, uint shape, ReadOnlySpan<ulong> words)
    {
        var partition = Partitions[PartitionOf(hash)];
        var entry = partition.Persons.Find((uint)hash, shape, words);
        return entry < 0 ? null : (partition, entry);
    }
}
