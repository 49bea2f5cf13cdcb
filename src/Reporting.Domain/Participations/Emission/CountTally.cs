using System.Numerics;
using Reporting.Domain.Participations.Keys;
using Reporting.Domain.Participations.Records;
using static Reporting.Domain.Participations.Records.CountedIndicator;

namespace Reporting.Domain.Participations.Emission;

/// <summary>The working count of keys, one after the other, into groups and national figures.</summary>
internal sealed class CountTally
{
    private const int PageBits = 8;
    private const int PageCodes = 1 << PageBits;

    private static readonly int Outcomes = RecordOutcomes.All.Count;

    // By code, in pages that are made when they are first needed: of the many codes a count meets few.
    private readonly GroupTally?[]?[] _pages = new GroupTally?[]?[RecordGroup.Codes >> PageBits];
    private readonly List<(RecordGroup Group, GroupTally Tally)> _groups = [];
    private readonly long[] _keys = new long[Catalogue.Indicators.All.Count * Outcomes];
    private readonly long[] _categories = new long[3];

    /// <summary>The groups, in order.</summary>
    public IEnumerable<(RecordGroup Group, GroupTally Tally)> Groups =>
        _groups.OrderBy(group => group.Group.Code);

    /// <summary>Persons retained in TES-2 with <c>financement=emploi</c> and not in EMP-1.</summary>
    public long FromMobility { get; private set; }

    /// <summary>DRO-1: participants who represent a household.</summary>
    public long Represented { get; private set; }

    /// <summary>Keys of an indicator with this furthest outcome.</summary>
    public long Keys(CountedIndicator indicator, RecordOutcome outcome) => _keys[((int)indicator * Outcomes) + (int)outcome];

    /// <summary>All the keys of an indicator.</summary>
    public long Keys(CountedIndicator indicator) => RecordOutcomes.All.Sum(outcome => Keys(indicator, outcome));

    /// <summary>Persons of EMP-1, mobility included, who have the category.</summary>
    public long Category(RecordCategories category) => _categories[BitOperations.Log2((uint)category)];

    public void AddKeys(CountedIndicator indicator, RecordOutcome outcome, long units) =>
        _keys[((int)indicator * Outcomes) + (int)outcome] += units;

    public GroupTally Group(RecordGroup group)
    {
        var page = _pages[group.Code >> PageBits] ??= new GroupTally?[PageCodes];
        ref var tally = ref page[group.Code & (PageCodes - 1)];
        if (tally is null)
        {
            tally = new();
            _groups.Add((group, tally));
        }

        return tally;
    }

    public void Add(CountTally other)
    {
        foreach (var (group, tally) in other._groups)
        {
            Group(group).Add(tally);
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

    /// <summary>Counts a key of which this fact is all that is known, and that represents no household.</summary>
    public void Add(Fact only)
    {
        if (only.Group.Indicator is Emp1 or Tes2)
        {
            Add([only], represents: false);
        }
        else
        {
            Group(only.Group).Add(only.Outcome);
            AddKeys(only.Group.Indicator, only.Outcome, 1);
        }
    }

    /// <summary>Counts one key.</summary>
    /// <param name="facts">All that is known of it, sorted, at most one fact a group, exclusions settled.</param>
    /// <param name="represents">Whether the key is the person who represents a household visited.</param>
    public void Add(ReadOnlySpan<Fact> facts, bool represents)
    {
        var employment = default(RecordGroup?);
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
            switch (indicator)
            {
                case Dro5:
                    AddFile(own);
                    break;
                case Dro1:
                    AddReached(own, represents);
                    break;
                case Emp1:
                    employment = AddUnits(indicator, own);
                    categories |= CategoriesOf(own);
                    break;
                case Tes2 when own[0].Group.Section == GroupSection.FundedByEmployment:
                    AddUnits(indicator, own);
                    var funded = own[..own.IndexOfSectionEnd()];
                    mobility = funded.Furthest() == RecordOutcome.Retained;
                    categories |= CategoriesOf(funded);
                    break;
                default:
                    AddUnits(indicator, own);
                    break;
            }
        }

        AddJobSeeker(employment, mobility, categories);
    }

    /// <summary>Counts a key in every group of an indicator; gives the first group that retains it.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="facts">The facts about the key there.</param>
    /// <param name="repeating">The section whose groups find the key counted already, whatever they follow.</param>
    private RecordGroup? AddUnits(CountedIndicator indicator, ReadOnlySpan<Fact> facts, GroupSection? repeating = null)
    {
        var first = default(RecordGroup?);
        foreach (var fact in facts)
        {
            var tally = Group(fact.Group);
            tally.Add(fact.Outcome);
            if (fact.Outcome == RecordOutcome.Retained)
            {
                tally.Duplicates += first is not null || fact.Group.Section == repeating ? 1 : 0;
                first ??= fact.Group;
            }
        }

        AddKeys(indicator, facts.Furthest(), 1);
        return first;
    }

    /// <summary>DRO-1: counts a household, or a person who may represent one.</summary>
    private void AddReached(ReadOnlySpan<Fact> facts, bool represents)
    {
        if (AddUnits(Dro1, facts, represents ? GroupSection.Participants : null) is { Section: GroupSection.Participants } && represents)
        {
            Represented++;
        }
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

    private void AddJobSeeker(RecordGroup? employment, bool mobility, RecordCategories categories)
    {
        if (employment is null && !mobility)
        {
            return;
        }

        if (mobility && employment is { } first)
        {
            Group(first).OfWhichMobility++;
        }
        else if (mobility)
        {
            FromMobility++;
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
