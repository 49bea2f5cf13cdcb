using System.Runtime.CompilerServices;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Keys;

/// <summary>The distinct keys of one part of the hashes, with their facts.</summary>
internal sealed class KeyPart
{
    private readonly FactLists _lists = new();

    /// <summary>The keys; each carries its facts, as <see cref="FactLists"/> keeps them.</summary>
    public WordTable Keys { get; } = new(payload: 0);

    /// <summary>The persons behind households, so that they can be told apart.</summary>
    public WordTable Members { get; } = new(payload: 0);

    public void Clear()
    {
        Keys.Clear();
        Members.Clear();
        _lists.Clear();
    }

    /// <summary>Adds the facts of a part of a log.</summary>
    public void Add(KeyLog log, int part)
    {
        for (var end = log.End(part); end != 0;)
        {
            Add(log.Entries(end, out end));
        }
    }

    /// <summary>Writes every fact once to a log.</summary>
    public void WriteTo(KeyLog log)
    {
        var facts = new Fact[8];
        for (var key = Keys.Next(-1); key >= 0; key = Keys.Next(key))
        {
            var shape = Keys.Shape(key);
            var words = Keys.Words(key);
            var hash = KeyText.Hash(shape, words);
            var count = CopyFacts(key, ref facts);
            foreach (var fact in facts.AsSpan(0, count))
            {
                if (fact.Detail != 0 && Members.Count > 0)
                {
                    log.Add(hash, shape, words, fact, Members.Shape(fact.Detail - 1), Members.Words(fact.Detail - 1));
                }
                else
                {
                    log.Add(hash, shape, words, fact);
                }
            }
        }
    }

    /// <summary>Writes all the facts of a key to an array, made larger if need be; gives their number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CopyFacts(int key, ref Fact[] facts) => _lists.Copy(Keys.Head(key), ref facts);

    /// <summary>Whether a person is retained in ENF-2 for an action.</summary>
    public bool IsReserved(ulong hash, uint shape, ReadOnlySpan<ulong> person, ActionIndex action) =>
        Keys.Find(KeyEntry.TableHash(hash), shape, person) is >= 0 and var key && _lists.IsReserved(Keys.Head(key), action);

    /// <summary>Notes that persons represent households; those who have no fact do not matter.</summary>
    public void Represent(KeyLog log, int part)
    {
        for (var end = log.End(part); end != 0;)
        {
            for (var entries = log.Entries(end, out end); entries.Length > 0;)
            {
                var shape = KeyEntry.ShapeOf(entries[0]);
                var person = entries.Slice(1, KeyText.WordsOf(shape));
                if (Keys.Find(KeyEntry.TableHashOf(entries[0]), shape, person) is >= 0 and var key)
                {
                    Keys.Head(key) |= FactLists.Represents;
                }

                entries = entries[(1 + person.Length)..];
            }
        }
    }

    public bool Represents(int key) => (Keys.Head(key) & FactLists.Represents) != 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(ReadOnlySpan<ulong> entries)
    {
        // No entry is shorter than two words.
        Keys.Reserve(entries.Length / 2);
        Members.Reserve(entries.Length / 4);
        while (entries.Length > 0)
        {
            var head = entries[0];
            var shape = KeyEntry.ShapeOf(head);
            var fact = KeyEntry.FactOf(head);
            var words = entries.Slice(1, KeyText.WordsOf(shape));
            entries = entries[(1 + words.Length)..];
            if (KeyEntry.HasNumber(head))
            {
                fact = fact with { Detail = (int)entries[0] };
                entries = entries[1..];
            }
            else if (KeyEntry.HasMember(head))
            {
                fact = fact with { Detail = AddMember(ref entries) };
            }

            var key = Keys.Intern(KeyEntry.TableHashOf(head), shape, words, out var isNew);
            _lists.Add(ref Keys.Head(key), fact, isNew);
        }
    }

    private int AddMember(ref ReadOnlySpan<ulong> entries)
    {
        var shape = (uint)entries[0];
        var words = entries.Slice(1, KeyText.WordsOf(shape));
        entries = entries[(1 + words.Length)..];
        return Members.Intern((uint)KeyText.Hash(shape, words), shape, words, out _) + 1;
    }
}
