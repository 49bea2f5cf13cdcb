using Reporting.Domain.Participations.Emission;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Keys;

/// <summary>
/// What the records of one group say of one key: the furthest outcome, and the categories on records retained until
/// now. Facts order by group.
/// </summary>
/// <param name="Head">The group, the categories and the outcome, in 27 bits.</param>
/// <param name="Detail">
/// What decides later whether a record retained until now stays so, or 0: the training session of DRO-3 and EMP-2; the
/// person behind a household.
/// </param>
internal readonly record struct Fact(uint Head, int Detail) : IComparable<Fact>
{
    /// <summary>Bits of <see cref="Head"/>.</summary>
    public const int HeadBits = 27;

    private const int OutcomeBits = 3;
    private const int CategoryBits = 3;

    public Fact(RecordGroup group, RecordOutcome outcome, RecordCategories categories, int detail)
        : this((uint)group.Code << (OutcomeBits + CategoryBits) | (uint)categories << OutcomeBits | (uint)outcome, detail)
    {
    }

    public RecordGroup Group => new((int)(Head >> (OutcomeBits + CategoryBits)));

    public RecordOutcome Outcome => (RecordOutcome)(Head & ((1 << OutcomeBits) - 1));

    public RecordCategories Categories => (RecordCategories)(Head >> OutcomeBits & ((1 << CategoryBits) - 1));

    /// <summary>Whether the person counts in no other indicator for the same action (ENF2-EXCLUSIF).</summary>
    public bool ReservesItsPerson => Group.Indicator == CountedIndicator.Enf2 && Outcome == RecordOutcome.Retained;

    /// <summary>The group and the detail: facts that share them can be held in one.</summary>
    public ulong Identity => (ulong)(uint)Detail << 32 | Head >> (OutcomeBits + CategoryBits);

    public bool IsSameAs(Fact other) => Identity == other.Identity;

    /// <summary>Both in one: the furthest outcome, all the categories.</summary>
    public Fact With(Fact other) =>
        new(Group, (RecordOutcome)Math.Max((int)Outcome, (int)other.Outcome), Categories | other.Categories, Detail);

    public Fact Excluded() => new(Group, RecordOutcome.Exclusive, RecordCategories.None, Detail);

    public int CompareTo(Fact other) => Head.CompareTo(other.Head);
}
