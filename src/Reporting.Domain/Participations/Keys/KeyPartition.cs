using System.Runtime.CompilerServices;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Keys;

/// <summary>The persons and households of one part of the hashes, with their facts. Not for two threads at once.</summary>
internal sealed class KeyPartition
{
    private readonly FactLists _lists = new();

    // What was read ahead: kept, so that reading it is not left out.
    private uint _warm;

    /// <summary>The persons; each carries its facts, as <see cref="FactLists"/> keeps them.</summary>
    public WordTable Persons { get; } = new(payload: 0);

    /// <summary>The households, likewise.</summary>
    public WordTable Households { get; } = new(payload: 0);

    /// <summary>The persons behind the households here, so that they can be told apart.</summary>
    public WordTable Members { get; } = new(payload: 0);

    /// <summary>Persons with a fact about a training session.</summary>
    public List<int> Trained { get; } = [];

    /// <summary>Adds a batch of facts, laid out as <see cref="KeyEntry"/> tells.</summary>
    /// <param name="batch">The facts.</param>
    /// <param name="most">Not fewer than the keys in it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<ulong> batch, int most)
    {
        Persons.Reserve(most);
        Households.Reserve(most);
        Members.Reserve(most);
        _warm = Warm(batch);
        while (batch.Length > 0)
        {
            var hash = (uint)batch[0];
            var shape = (uint)(batch[0] >> 32);
            var fact = KeyEntry.Unpack(batch[1]);
            var words = batch.Slice(KeyEntry.HeaderWords, KeyText.WordsOf(shape));
            batch = batch[(KeyEntry.HeaderWords + words.Length)..];
            if ((shape & KeyEntry.Household) != 0)
            {
                if ((shape & KeyEntry.MemberFollows) != 0)
                {
                    fact = fact with { Detail = AddMember(ref batch) };
                }

                Add(Households, hash, shape & ~(KeyEntry.Household | KeyEntry.MemberFollows), words, fact);
            }
            else
            {
                var entry = Add(Persons, hash, shape, words, fact);
                if (fact.Detail != 0)
                {
                    Trained.Add(entry);
                }
            }
        }
    }

    /// <summary>Writes all the facts of a key to a list, made larger if need be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CopyFacts(WordTable keys, int entry, ref Fact[] facts) => _lists.Copy(keys.Head(entry), ref facts);

    /// <summary>Whether a person is retained in ENF-2 for an action.</summary>
    public bool IsReserved(int person, ActionIndex action) => _lists.IsReserved(Persons.Head(person), action);

    /// <summary>Notes that a person represents a household. For any thread.</summary>
    public void Represent(int person) => Interlocked.Or(ref Persons.Head(person), FactLists.Represents);

    public bool Represents(int person) => (Persons.Head(person) & FactLists.Represents) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Add(WordTable keys, uint hash, uint shape, ReadOnlySpan<ulong> words, Fact fact)
    {
        var entry = keys.Intern(hash, shape, words, out var isNew);
        _lists.Add(ref keys.Head(entry), fact, isNew);

        return entry;
    }

    private int AddMember(ref ReadOnlySpan<ulong> batch)
    {
        var shape = (uint)batch[0];
        var words = batch.Slice(1, KeyText.WordsOf(shape));
        batch = batch[(1 + words.Length)..];
        return Members.Intern((uint)KeyText.Hash(shape, words), shape, words, out _) + 1;
    }

    /// <summary>Looks every key of a batch up once, for nothing: the misses overlap, and those that follow are none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private uint Warm(ReadOnlySpan<ulong> batch)
    {
        var warm = 0u;
        for (var rest = batch; rest.Length > 0; rest = rest[KeyEntry.WordsOf(rest)..])
        {
            warm += TableOf(rest).WarmSlot((uint)rest[0]);
        }

        for (var rest = batch; rest.Length > 0; rest = rest[KeyEntry.WordsOf(rest)..])
        {
            warm += TableOf(rest).WarmEntry((uint)rest[0]);
        }

        return warm;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private WordTable TableOf(ReadOnlySpan<ulong> entry) =>
        ((uint)(entry[0] >> 32) & KeyEntry.Household) != 0 ? Households : Persons;
}
