using Reporting.Domain.Catalogue;
using Reporting.Domain.Contracts;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Tests.Participations;

/// <summary>The groups of an indicator's records in order, each emitted as one contribution.</summary>
internal static class PlainLine
{
    private static readonly string[] Childhood = ["reperage", "accompagnement", "programme", "ingenierie", ""];

    private readonly record struct Group(int Part, ActionNumber Action, int Kind) : IComparable<Group>
    {
        public int CompareTo(Group other) => (Part, Action, Kind).CompareTo((other.Part, other.Action, other.Kind));
    }

    public static List<Contribution> Contributions(Indicator indicator, List<PlainChecked> own, HashSet<string> mobility)
    {
        var contributions = new List<Contribution>();
        var already = new HashSet<PlainKey>();
        var files = new HashSet<PlainKey>();
        var participating = false;
        foreach (var group in own.GroupBy(one => GroupOf(one.Record)).OrderBy(group => group.Key))
        {
            if (indicator.Code == "DRO-1" && group.Key.Part > 0 && !participating)
            {
                participating = true;
                already = PlainCounter.Representatives(own);
            }

            var records = indicator.Code == "DRO-5" ? Attributed(group, own, files) : [.. group];
            var retained = PlainCounter.RetainedKeys(records);
            var units = Units(indicator, records);
            var contribution = Written(indicator, group.Key, [.. group], units) with
            {
                Action = group.Key.Action.ToString(),
                LocalIndicator = indicator.Code,
                Headcount = units.Values.Sum(),
                Duplicates = contributions.Count > 0 && indicator.CanOverlap ? retained.Count(already.Contains) : null,
            };
            contributions.Add(indicator.Code == "EMP-1"
                ? contribution with
                {
                    OfWhichMobility = UnlessZero(retained.Count(key => !already.Contains(key) && mobility.Contains(key.Name))),
                }
                : contribution);
            already.UnionWith(retained);
        }

        return contributions;
    }

    private static Group GroupOf(PlainRecord record) => record.Indicator.Code switch
    {
        "ENF-1" or "ENF-4" => new(0, record.Action, Array.IndexOf(Childhood, record.Modality)),
        "DRO-1" => new(record.IsHomeVisit ? 0 : record.IsParticipation ? 1 : 2, record.Action, 0),
        "TES-2" => new(record.FundingAxis == "emploi" ? 0 : 1, record.Action, 0),
        "EMP-1" => new(0, record.Action, record.Modality == "formation" ? 1 : 0),
        _ => new(0, record.Action, 0),
    };

    /// <summary>DRO-5: the files of the first group that retains them, or else of the first that saw them.</summary>
    private static List<PlainChecked> Attributed(
        IGrouping<Group, PlainChecked> group, List<PlainChecked> own, HashSet<PlainKey> files)
    {
        var retainedSomewhere = PlainCounter.RetainedKeys(own);
        var retainedHere = PlainCounter.RetainedKeys(group);
        var mine = group.Select(one => one.Record.Key)
            .Where(file => !files.Contains(file) && (retainedHere.Contains(file) || !retainedSomewhere.Contains(file)))
            .ToHashSet();
        files.UnionWith(mine);
        return [.. group.Where(one => mine.Contains(one.Record.Key))];
    }

    private static Dictionary<PlainOutcome, decimal> Units(Indicator indicator, List<PlainChecked> records) =>
        indicator.Code == "DRO-4"
            ? records.GroupBy(one => one.Outcome).ToDictionary(same => same.Key, same => same.Sum(one => one.Record.Quantity))
            : records.GroupBy(one => one.Record.Key)
                .GroupBy(key => key.Max(one => one.Outcome))
                .ToDictionary(same => same.Key, same => (decimal)same.Count());

    private static Contribution Written(
        Indicator indicator, Group group, List<PlainChecked> records, Dictionary<PlainOutcome, decimal> units)
    {
        var blank = new Contribution { Action = "", Headcount = 0 };
        var written = blank with
        {
            OutOfPeriod = UnlessZero(Of(PlainOutcome.Period)),
            OutOfPublic = UnlessZero(Of(PlainOutcome.Nature, PlainOutcome.Public, PlainOutcome.Funding, PlainOutcome.Exclusive)),
        };
        var all = units.Values.Sum();
        switch (indicator.Code)
        {
            case "ENF-1" or "ENF-4":
                var modality = Childhood[group.Kind];
                return modality switch
                {
                    "" => written,
                    "ingenierie" when indicator.Code == "ENF-4" => blank with { Modality = modality },
                    "reperage" => written with { Modality = modality, WithoutFollowUp = Of(PlainOutcome.FollowUp) },
                    _ => written with { Modality = modality },
                };
            case "ENF-3":
                // Section 3 refuses a contribution that tells neither the ages nor the units outside the public.
                return written with { OutOfPublic = written.OutOfPublic ?? 0 };
            case "EMP-1":
                return group.Kind == 1 ? blank with { Modality = "formation" } : written with { Modality = "levee" };
            case "DRO-1":
                return group.Part switch
                {
                    0 => written with { Modality = "lieu-de-vie", Households = all },
                    1 => written with { Modality = records.All(one => one.Record.Modality == "reunion") ? "reunion" : "permanence" },
                    _ => blank with { Modality = "permanence", OutOfPublic = UnlessZero(all) },
                };
            case "DRO-2":
                return written with
                {
                    EasyReadOnly = UnlessZero(Of(PlainOutcome.Nature)),
                    OutOfPublic = UnlessZero(Of(PlainOutcome.Public, PlainOutcome.Exclusive)),
                };
            case "DRO-3":
                return written with
                {
                    AlreadyInEmp2 = UnlessZero(Of(PlainOutcome.Exclusive)),
                    OutOfPublic = UnlessZero(Of(PlainOutcome.Public)),
                };
            case "TES-1":
                return written with { WithoutFollowUp = Of(PlainOutcome.FollowUp) };
            case "TES-2":
                return written with
                {
                    FundingAxis = group.Part == 0 ? "emploi" : "transition",
                    WithoutFollowUp = Of(PlainOutcome.FollowUp),
                };
            default:
                return written;
        }

        decimal Of(params PlainOutcome[] outcomes) => outcomes.Sum(units.GetValueOrDefault);
    }

    private static decimal? UnlessZero(decimal units) => units == 0 ? null : units;
}
