using System.Numerics;
using Reporting.Domain.Participations.Keys;
using Reporting.Domain.Participations.Records;
using static Reporting.Domain.Participations.Records.CountedIndicator;

namespace Reporting.Domain.Participations.Emission;

/// <summary>The working count of keys, one after the other, into groups and national figures.</summary>
internal sealed class CountTally
{
    private static readonly int Outcomes = RecordOutcomes.All.Count;

    private readonly Dictionary<int, GroupTally> _groups = [];
    private readonly long[] _keys = new long[Catalogue.Indicators.All.Count * Outcomes];
    private readonly long[] _categories = new long[3];

    /// <summary>The groups, in order.</summary>
    public IEnumerable<(RecordGroup Group, GroupTally Tally)> Groups =>
        _groups.OrderBy(group => group.Key).Select(group => (new RecordGroup(group.Key), group.Value));

    /// <summary>Persons retained in TES-2 with <c>financement=emploi</c> and not in EMP-1.</summary>
    public long FromMobility { get; private set; }

    /// <summary>DRO-1: participants who represent a household.</summary>
    public long Represented { get; private set; }

    /// <summary>Keys of an indicator with this furthest outcome.</summary>
    public long Keys(CountedIndicator indicator, RecordOutcome outcome) => _keys[((int)indicator * Outcomes) + (int)outcome];

    /// <summary>Persons of EMP-1, mobility included, who have the category.</summary>
    public long Category(RecordCategories category) => _categories[BitOperations.Log2((uint)category)];

    public void AddKeys(CountedIndicator indicator, RecordOutcome outcome, long units) =>
        _keys[((int)indicator * Outcomes) + (int)outcome] += units;

    public GroupTally Group(RecordGroup group)
    {
        if (!_groups.TryGetValue(group.Code, out var tally))
        {
            _groups.Add(group.Code, tally = new());
        }

        return tally;
    }

    public void Add(CountTally other)
    {
        foreach (var (group, tally) in other._groups)
        {
            Group(new(group)).Add(tally);
        }

        for (var place = 0; place < _keys.Length; place++)
        {
            _keys[place] += other._keys[place];
        }

        for (var place = 0; place < _categories.Length; place++)
        {
            _categories[place] += other._categories[place];
        }

        FromMobility += other.FromMobility;
        Represented += other.Represented;
    }

    /// <summary>Counts one key.</summary>
    /// <param name="facts">All that is known of it, sorted, at most one fact a group, exclusions settled.</param>
    /// <param name="represents">Whether the key is the person who represents a household visited.</param>
    public void Add(ReadOnlySpan<Fact> facts, bool represents)
    {
        var employment = default(GroupTally);
        var categories = RecordCategories.None;
        var mobility = false;
        for (var start = 0; start < facts.Length;)
        {
            var indicator = facts[start].Group.Indicator;
            var end = start + 1;
            while (end < facts.Length && facts[end].Group.Indicator == indicator)
            {
                end++;
            }

            var own = facts[start..end];
            start = end;
            if (indicator == Dro5)
            {
                AddFile(own);
                continue;
            }

            var first = AddUnits(indicator, own, represents);
            if (indicator == Emp1)
            {
                employment = first;
                categories |= CategoriesOf(own);
            }
            else if (indicator == Tes2 && own[0] is { Group.Section: GroupSection.FundedByEmployment })
            {
                var funded = own[..own.IndexOfSectionEnd()];
                mobility = funded.Furthest() == RecordOutcome.Retained;
                categories |= CategoriesOf(funded);
            }
        }

        AddJobSeeker(employment, mobility, categories);
    }

    /// <summary>Counts a key in every group of an indicator; gives the first that retains it.</summary>
    private GroupTally? AddUnits(CountedIndicator indicator, ReadOnlySpan<Fact> facts, bool represents)
    {
        var first = default(GroupTally);
        foreach (var fact in facts)
        {
            var tally = Group(fact.Group);
            tally.Add(fact.Outcome);
            if (fact.Outcome != RecordOutcome.Retained)
            {
                continue;
            }

            var represented = first is null && represents && indicator == Dro1 && fact.Group.Section == GroupSection.Participants;
            if (represented)
            {
                Represented++;
            }

            if (represented || first is not null)
            {
                tally.Duplicates++;
            }

            first ??= tally;
        }

        AddKeys(indicator, facts.Furthest(), 1);
        return first;
    }

    /// <summary>Counts a file once: in the first group that retains it, or else in the first that saw it.</summary>
    private void AddFile(ReadOnlySpan<Fact> facts)
    {
        var chosen = facts[0];
        foreach (var fact in facts)
        {
            if (fact.Outcome == RecordOutcome.Retained)
            {
                chosen = fact;
                break;
            }
        }

        foreach (var fact in facts)
        {
            Group(fact.Group);
        }

        Group(chosen.Group).Add(chosen.Outcome);
        AddKeys(Dro5, facts.Furthest(), 1);
    }

    private void AddJobSeeker(GroupTally? employment, bool mobility, RecordCategories categories)
    {
        if (employment is null && !mobility)
        {
            return;
        }

        if (mobility && employment is null)
        {
            FromMobility++;
        }
        else if (mobility)
        {
            employment!.OfWhichMobility++;
        }

        for (var place = 0; place < _categories.Length; place++)
        {
            _categories[place] += (int)categories >> place & 1;
        }
    }

    private static RecordCategories CategoriesOf(ReadOnlySpan<Fact> facts)
    {
        var categories = RecordCategories.None;
        foreach (var fact in facts)
        {
            categories |= fact.Outcome == RecordOutcome.Retained ? fact.Categories : RecordCategories.None;
        }

        return categories;
    }
}
