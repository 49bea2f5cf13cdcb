using System.Text;
using Reporting.Domain.Participations.Emission;
using Reporting.Domain.Participations.Records;
using static Reporting.Domain.Participations.Records.CountedIndicator;

namespace Reporting.Domain.Participations.Keys;

/// <summary>The distinct keys read, with what the records say of each.</summary>
internal sealed class KeyStore
{
    private readonly Dictionary<string, List<Fact>> _persons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Fact>> _households = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _details = new(StringComparer.Ordinal);
    private readonly List<string> _detailTexts = [""];
    private readonly List<(RecordGroup Group, string Person, RecordOutcome Outcome, long Hundredths)> _posts = [];

    public void Add(in ParticipationRecord record, in RecordFields fields, RecordOutcome outcome)
    {
        var group = RecordGroup.Of(record);
        var person = Encoding.UTF8.GetString(fields[ParticipationColumn.Person]);
        if (record.Indicator == Dro4)
        {
            _posts.Add((group, person, outcome, record.Hundredths));
            return;
        }

        var household = record.Indicator is Enf1 or Tes1 || (record.Indicator == Dro1 && group.Section == GroupSection.HomeVisits)
            ? Encoding.UTF8.GetString(fields[ParticipationColumn.Household])
            : "";
        var isRetained = outcome == RecordOutcome.Retained;
        var detail = !isRetained ? 0
            : household.Length > 0 ? Detail(person)
            : record.Indicator is Dro3 or Emp2 ? Detail(Encoding.UTF8.GetString(fields[ParticipationColumn.Session]))
            : 0;
        var categories = isRetained && record.Indicator is Emp1 or Tes2 ? record.Categories : RecordCategories.None;
        var fact = new Fact(group, outcome, categories, detail);
        if (household.Length > 0)
        {
            Add(_households, household, fact);
        }
        else
        {
            Add(_persons, person, fact);
        }
    }

    /// <summary>Counts the keys, once every record is read.</summary>
    public CountTally Count()
    {
        var sessions = new HashSet<int>();
        foreach (var facts in _persons.Values)
        {
            ExcludeByEnf2(facts);
            sessions.UnionWith(facts
                .Where(fact => fact.Group.Indicator == Emp2 && fact.Outcome == RecordOutcome.Retained)
                .Select(fact => fact.Detail));
        }

        sessions.Remove(0);
        var representatives = new HashSet<string>(StringComparer.Ordinal);
        var tally = new CountTally();
        foreach (var facts in _households.Values)
        {
            for (var place = 0; place < facts.Count; place++)
            {
                if (facts[place].Detail != 0 && IsReserved(_detailTexts[facts[place].Detail], facts[place].Group.Action))
                {
                    facts[place] = facts[place].Excluded();
                }
            }

            if (facts.Where(fact => fact.Group.Indicator == Dro1 && fact.Detail != 0 && fact.Outcome == RecordOutcome.Retained)
                .Select(fact => _detailTexts[fact.Detail]).Min(StringComparer.Ordinal) is { } representative)
            {
                representatives.Add(representative);
            }

            Count(tally, facts, false);
        }

        foreach (var (person, facts) in _persons)
        {
            for (var place = 0; place < facts.Count; place++)
            {
                if (facts[place].Group.Indicator == Dro3 && sessions.Contains(facts[place].Detail))
                {
                    facts[place] = facts[place].Excluded();
                }
            }

            Count(tally, facts, representatives.Contains(person));
        }

        foreach (var (group, person, outcome, hundredths) in _posts)
        {
            var settled = outcome == RecordOutcome.Retained && IsReserved(person, group.Action) ? RecordOutcome.Exclusive : outcome;
            tally.Group(group).Add(settled, hundredths);
            tally.AddKeys(Dro4, settled, hundredths);
        }

        return tally;
    }

    private static void Count(CountTally tally, List<Fact> facts, bool represents)
    {
        var own = facts.ToArray().AsSpan();
        tally.Add(own[..own.MergeByGroup()], represents);
    }

    private static void ExcludeByEnf2(List<Fact> facts)
    {
        var reserved = facts
            .Where(fact => fact.Group.Indicator == Enf2 && fact.Outcome == RecordOutcome.Retained)
            .Select(fact => fact.Group.Action).ToHashSet();
        for (var place = 0; place < facts.Count; place++)
        {
            var fact = facts[place];
            if (fact.Outcome == RecordOutcome.Retained && fact.Group.Indicator != Enf2 && reserved.Contains(fact.Group.Action))
            {
                facts[place] = fact.Excluded();
            }
        }
    }

    private bool IsReserved(string person, ActionIndex action) =>
        _persons.TryGetValue(person, out var facts) && facts.Exists(fact =>
            fact.Group.Indicator == Enf2 && fact.Outcome == RecordOutcome.Retained && fact.Group.Action == action);

    private int Detail(string text)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        if (!_details.TryGetValue(text, out var detail))
        {
            _details.Add(text, detail = _detailTexts.Count);
            _detailTexts.Add(text);
        }

        return detail;
    }

    private static void Add(Dictionary<string, List<Fact>> keys, string key, Fact fact)
    {
        if (!keys.TryGetValue(key, out var facts))
        {
            keys.Add(key, facts = []);
        }

        var place = facts.FindIndex(other => other.IsSameAs(fact));
        if (place < 0)
        {
            facts.Add(fact);
        }
        else
        {
            facts[place] = facts[place].With(fact);
        }
    }
}
