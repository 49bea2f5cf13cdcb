using Reporting.Domain.Participations.Emission;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Keys;

/// <summary>
/// What the records of one group say of one key: the furthest outcome, and the categories on records retained until
/// now. Facts order by group.
/// </summary>
internal readonly record struct Fact(uint Head, int Detail) : IComparable<Fact>
{
    private const int OutcomeBits = 3;
    private const int CategoryBits = 3;

    public Fact(RecordGroup group, RecordOutcome outcome, RecordCategories categories, int detail)
        : this((uint)group.Code << (OutcomeBits + CategoryBits) | (uint)categories << OutcomeBits | (uint)outcome, detail)
    {
    }

    public RecordGroup Group => new((int)(Head >> (OutcomeBits + CategoryBits)));

    public RecordOutcome Outcome => (RecordOutcome)(Head & ((1 << OutcomeBits) - 1));

    public RecordCategories Categories => (RecordCategories)(Head >> OutcomeBits & ((1 << CategoryBits) - 1));

    /// <summary>
    /// What decides later whether a record retained until now stays so, or 0: the training session of DRO-3 and EMP-2;
    /// the person behind a household.
    /// </summary>
    public int Detail { get; } = Detail;

    /// <summary>Whether two facts are about the same group and detail, so that one can hold both.</summary>
    public bool IsSameAs(Fact other) =>
        Detail == other.Detail && Head >> (OutcomeBits + CategoryBits) == other.Head >> (OutcomeBits + CategoryBits);

    /// <summary>Both in one: the furthest outcome, all the categories.</summary>
    public Fact With(Fact other) =>
        new(Group, (RecordOutcome)Math.Max((int)Outcome, (int)other.Outcome), Categories | other.Categories, Detail);

    public Fact Excluded() => new(Group, RecordOutcome.Exclusive, RecordCategories.None, Detail);

    public int CompareTo(Fact other) => Head.CompareTo(other.Head);
}
