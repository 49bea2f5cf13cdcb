namespace Reporting.Domain.Participations.Keys;

/// <summary>What several facts about one key come to.</summary>
internal static class FactSpans
{
    public static RecordOutcome Furthest(this ReadOnlySpan<Fact> facts)
    {
        var furthest = RecordOutcome.Period;
        foreach (var fact in facts)
        {
            furthest = fact.Outcome > furthest ? fact.Outcome : furthest;
        }

        return furthest;
    }

    /// <summary>How many of sorted facts are in the section of the first.</summary>
    public static int IndexOfSectionEnd(this ReadOnlySpan<Fact> facts)
    {
        var end = 1;
        while (end < facts.Length && facts[end].Group.Section == facts[0].Group.Section)
        {
            end++;
        }

        return end;
    }

    /// <summary>Sorts facts and makes one of those about the same group, details apart; gives how many are left.</summary>
    public static int MergeByGroup(this Span<Fact> facts)
    {
        facts.Sort();
        var last = 0;
        for (var place = 1; place < facts.Length; place++)
        {
            if (facts[place].Group == facts[last].Group)
            {
                facts[last] = facts[last].With(facts[place]);
            }
            else
            {
                facts[++last] = facts[place];
            }
        }

        return facts.Length == 0 ? 0 : last + 1;
    }
}
