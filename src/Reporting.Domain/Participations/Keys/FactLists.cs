using System.Runtime.CompilerServices;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Keys;

/// <summary>
/// The facts of each key, in the upper bits of the word that heads it: the fact itself while there is one, without a
/// detail; otherwise the node that starts a list. Most keys have one.
/// </summary>
internal sealed class FactLists
{
    /// <summary>A sign of the key, in the same word.</summary>
    public const ulong Represents = 1UL << (Shift + Fact.HeadBits + 1);

    private const int Shift = WordTable.HeadShift;
    private const ulong ValueMask = (1UL << Fact.HeadBits) - 1;
    private const ulong IsList = 1UL << (Shift + Fact.HeadBits);

    // Facts after so many are found by an index, so that a key met everywhere costs no more than others.
    private const int Chained = 16;

    private readonly Dictionary<(int First, ulong Fact), int> _index = [];
    private (Fact Fact, int Next)[] _nodes = new (Fact, int)[64];
    private int _count;

    /// <summary>Forgets every list, and keeps the room.</summary>
    public void Clear()
    {
        _count = 0;
        _index.Clear();
    }

    /// <summary>Adds a fact to a key, in the one that is about the same if there is one.</summary>
    /// <param name="key">The word that heads the key.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="isNew">Whether it is the first.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref ulong key, Fact fact, bool isNew)
    {
        if (isNew && fact.Detail == 0)
        {
            key |= (ulong)fact.Head << Shift;
        }
        else
        {
            AddOther(ref key, fact, isNew);
        }
    }

    /// <summary>The fact of a key that has one, without a detail, and represents no household.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasOnly(ulong key, out Fact fact)
    {
        fact = Only(key);
        return (key & (IsList | Represents)) == 0;
    }

    /// <summary>Writes the facts of a key to an array, made larger if need be; gives their number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Copy(ulong key, ref Fact[] facts)
    {
        if ((key & IsList) != 0)
        {
            return CopyNodes(NodeOf(key), ref facts);
        }

        facts[0] = Only(key);
        return 1;
    }

    /// <summary>Whether a key is of a person retained in ENF-2 for an action.</summary>
    public bool IsReserved(ulong key, ActionIndex action)
    {
        if ((key & IsList) == 0)
        {
            return Reserves(Only(key), action);
        }

        for (var node = NodeOf(key); node != 0; node = NodeAt(node).Next)
        {
            if (Reserves(NodeAt(node).Fact, action))
            {
                return true;
            }
        }

        return false;
    }

    private static Fact Only(ulong key) => new((uint)(key >> Shift & ValueMask), 0);

    private static int NodeOf(ulong key) => (int)(key >> Shift & ValueMask);

    private static bool Reserves(Fact fact, ActionIndex action) =>
        fact.ReservesItsPerson && fact.Group.Action == action;

    private void AddOther(ref ulong key, Fact fact, bool isNew)
    {
        if (!isNew && (key & IsList) != 0)
        {
            Add(NodeOf(key), fact);
            return;
        }

        var known = Only(key);
        if (!isNew && known.IsSameAs(fact))
        {
            key = WithValue(key, known.With(fact).Head);
            return;
        }

        var node = AddNode(fact, 0);
        key = WithValue(key, (uint)(isNew ? node : AddNode(known, node))) | IsList;
    }

    private static ulong WithValue(ulong key, uint value) => (key & ~(ValueMask << Shift)) | (ulong)value << Shift;

    private void Add(int first, Fact fact)
    {
        var last = first;
        var walked = 0;
        for (var node = first; node != 0 && walked < Chained; node = NodeAt(node).Next, walked++)
        {
            if (NodeAt(node).Fact.IsSameAs(fact))
            {
                NodeAt(node).Fact = NodeAt(node).Fact.With(fact);
                return;
            }

            last = node;
        }

        if (walked < Chained)
        {
            var added = AddNode(fact, 0);
            NodeAt(last).Next = added;
        }
        else if (_index.TryGetValue((first, fact.Identity), out var node))
        {
            NodeAt(node).Fact = NodeAt(node).Fact.With(fact);
        }
        else
        {
            var added = AddNode(fact, NodeAt(last).Next);
            NodeAt(last).Next = added;
            _index.Add((first, fact.Identity), added);
        }
    }

    /// <summary>A node by its number, from 1.</summary>
    private ref (Fact Fact, int Next) NodeAt(int node) => ref _nodes[node - 1];

    private int AddNode(Fact fact, int next)
    {
        if (_count == _nodes.Length)
        {
            Array.Resize(ref _nodes, _count * 2);
        }

        NodeAt(++_count) = (fact, next);
        return _count;
    }

    private int CopyNodes(int first, ref Fact[] facts)
    {
        var count = 0;
        for (var node = first; node != 0; node = NodeAt(node).Next)
        {
            if (count == facts.Length)
            {
                Array.Resize(ref facts, count * 2);
            }

            facts[count++] = NodeAt(node).Fact;
        }

        return count;
    }
}
