using Reporting.Domain.Participations.Records;
using static Reporting.Domain.Participations.Records.CountedIndicator;

namespace Reporting.Domain.Participations.Keys;

/// <summary>The facts of one key at a time.</summary>
internal sealed class KeyFacts
{
    private Fact[] _facts = new Fact[8];
    private int _count;

    public Span<Fact> All => _facts.AsSpan(0, _count);

    public void Read(KeyPart part, int key) => _count = part.CopyFacts(key, ref _facts);

    /// <summary>Excludes what ENF-2 reserves to itself.</summary>
    public void ExcludeReserved()
    {
        if (_count == 1)
        {
            return;
        }

        foreach (ref var fact in All)
        {
            if (fact.Outcome == RecordOutcome.Retained && fact.Group.Indicator != Enf2 && IsReservedIn(fact.Group.Action))
            {
                fact = fact.Excluded();
            }
        }
    }

    /// <summary>The facts sorted, those about one group made one.</summary>
    public ReadOnlySpan<Fact> ByGroup()
    {
        if (_count > 1)
        {
            _count = All.MergeByGroup();
        }

        return All;
    }

    private bool IsReservedIn(ActionIndex action)
    {
        foreach (var fact in All)
        {
            if (fact.ReservesItsPerson && fact.Group.Action == action)
            {
                return true;
            }
        }

        return false;
    }
}
