using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Tests.Participations;

/// <summary>
/// The slow counter: sets and LINQ over every record at once, written from the specification alone so that the fast
/// one has something to be held to.
/// </summary>
internal static class PlainCounter
{
    private static readonly (string Code, string Category)[] PartsOfEmp1 =
        [("EMP-3A", "grande-precarite"), ("EMP-3B", "monoparentale"), ("EMP-3C", "sortant-prison")];

    public static PlainCount Count(int year, IReadOnlyCollection<PlainRecord> records)
    {
        var all = Check(year, records);
        var mobility = Persons(all.Where(one => one.IsJobSeekerOfTes2 && one.IsRetained));
        var national = new Dictionary<string, decimal>();
        var lines = new List<ReturnLine>();
        var keys = all.GroupBy(one => one.Record.Indicator.Code).ToDictionary(own => own.Key, Keys);
        foreach (var indicator in Indicators.All)
        {
            var own = all.Where(one => one.Record.Indicator == indicator).ToList();
            if (Array.Find(PartsOfEmp1, part => part.Code == indicator.Code).Category is { } category)
            {
                var having = all.Where(one => BearsOnEmp1(one) && one.Record.Categories.Contains(category)).ToList();
                if (having.Count > 0)
                {
                    national[indicator.Code] = Persons(having.Where(one => one.IsRetained)).Count;
                    lines.Add(new() { Code = indicator.Code, Value = national[indicator.Code] });
                    keys[indicator.Code] = new Dictionary<PlainOutcome, decimal> { [PlainOutcome.Retained] = national[indicator.Code] };
                }
            }
            else if (own.Count > 0)
            {
                national[indicator.Code] = National(indicator, own, mobility);
                lines.Add(new() { Code = indicator.Code, Contributions = PlainLine.Contributions(indicator, own, mobility) });
            }
            else if (indicator == Indicators.Emp1 && mobility.Count > 0)
            {
                national[indicator.Code] = mobility.Count;
            }
        }

        return new(national, lines, keys);
    }

    public static HashSet<string> Persons(IEnumerable<PlainChecked> records) => [.. records.Select(one => one.Record.Person)];

    public static HashSet<PlainKey> RetainedKeys(IEnumerable<PlainChecked> records) =>
        [.. records.Where(one => one.IsRetained).Select(one => one.Record.Key)];

    /// <summary>DRO-1: of each visited household, the person whose name comes first in ordinal order.</summary>
    public static HashSet<PlainKey> Representatives(IEnumerable<PlainChecked> records) =>
    [
        .. records
            .Where(one => one.Record.IsHomeVisit && one.IsRetained)
            .GroupBy(one => one.Record.Key)
            .Select(household => new PlainKey("personne", household.Select(one => one.Record.Person).Order(StringComparer.Ordinal).First())),
    ];

    private static List<PlainChecked> Check(int year, IReadOnlyCollection<PlainRecord> records)
    {
        var checks = new PlainChecks(year);
        foreach (var record in records.Where(record => record.Indicator == Indicators.Enf2))
        {
            if (checks.Of(record) == PlainOutcome.Retained)
                checks.Reserved.Add((record.Action.ToString(), record.Person));
        }

        foreach (var record in records.Where(record => record.Indicator == Indicators.Emp2 && record.Session != ""))
        {
            if (checks.Of(record) == PlainOutcome.Retained)
                checks.Emp2Sessions.Add(record.Session);
        }

        return [.. records.Select(record => new PlainChecked(record, checks.Of(record)))];
    }

    private static bool BearsOnEmp1(PlainChecked one) => one.Record.Indicator == Indicators.Emp1 || one.IsJobSeekerOfTes2;

    private static decimal National(Indicator indicator, List<PlainChecked> own, HashSet<string> mobility) => indicator.Code switch
    {
        "DRO-1" => RetainedKeys(own.Where(one => one.Record.IsHomeVisit)).Count
            + RetainedKeys(own.Where(one => one.Record.IsParticipation)).Except(Representatives(own)).Count(),
        "DRO-4" => own.Where(one => one.IsRetained).Sum(one => one.Record.Quantity),
        "EMP-1" => Persons(own.Where(one => one.IsRetained)).Union(mobility).Count(),
        _ => RetainedKeys(own).Count,
    };

    private static IReadOnlyDictionary<PlainOutcome, decimal> Keys(IEnumerable<PlainChecked> own) =>
        own.First().Record.Indicator == Indicators.Dro4
            ? own.GroupBy(one => one.Outcome).ToDictionary(same => same.Key, same => same.Sum(one => one.Record.Quantity))
            : own.GroupBy(one => one.Record.Key)
                .GroupBy(key => key.Max(one => one.Outcome))
                .ToDictionary(same => same.Key, same => (decimal)same.Count());
}
