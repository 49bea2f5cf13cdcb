namespace Reporting.Domain.Participations.Emission;

/// <summary>The working count of one group, in keys, or for DRO-4 in hundredths of a full-time equivalent.</summary>
internal sealed class GroupTally
{
    private readonly long[] _outcomes = new long[RecordOutcomes.All.Count];

    public long Headcount => _outcomes.Sum();

    /// <summary>Retained here and in an earlier group.</summary>
    public long Duplicates { get; set; }

    /// <summary>DRO-1: whether all records are of meetings.</summary>
    public bool OnlyMeetings { get; set; } = true;

    /// <summary>EMP-1: retained here first, and in TES-2 with <c>financement=emploi</c>.</summary>
    public long OfWhichMobility { get; set; }

    public long this[RecordOutcome outcome] => _outcomes[(int)outcome];

    public void Add(RecordOutcome outcome, long units = 1) => _outcomes[(int)outcome] += units;

    public void Add(GroupTally other)
    {
        foreach (var outcome in RecordOutcomes.All)
        {
            Add(outcome, other[outcome]);
        }

        OnlyMeetings &= other.OnlyMeetings;
        Duplicates += other.Duplicates;
        OfWhichMobility += other.OfWhichMobility;
    }
}
