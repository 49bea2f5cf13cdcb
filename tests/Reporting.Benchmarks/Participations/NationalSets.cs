using System.Globalization;

namespace Reporting.Benchmarks.Participations;

/// <summary>The national figures by sets of texts, as one would write them first; no return, no receipt.</summary>
internal sealed class NationalSets
{
    private readonly Dictionary<string, HashSet<string>> _keys = [];
    private readonly HashSet<(string Action, string Person)> _reserved = [];
    private readonly List<NationalRecord> _others = [];
    private readonly string _first = $"{GeneratedRecords.Year}-01-01";
    private readonly string _last = $"{GeneratedRecords.Year}-12-31";
    private readonly string _schoolFirst = $"{GeneratedRecords.Year}-09-01";
    private readonly string _schoolLast = $"{GeneratedRecords.Year + 1}-08-31";
    private decimal _posts;

    public void Add(NationalRecord record)
    {
        if (IsReadable(record) && IsRetained(record))
        {
            if (record.Indicator == "ENF-2")
            {
                _reserved.Add((record.Action, record.Person));
                Keys("ENF-2").Add("p" + record.Person);
            }
            else
            {
                _others.Add(record);
            }
        }
    }

    public SortedDictionary<string, decimal> Figures()
    {
        var free = _others.Where(record => !_reserved.Contains((record.Action, record.Person)));
        var sessions = free.Where(record => record.Indicator == "EMP-2" && record.Session != "").Select(record => record.Session).ToHashSet();
        var representatives = new Dictionary<string, string>();
        var participants = new HashSet<string>();
        var parts = new[] { "grande-precarite", "monoparentale", "sortant-prison" };
        var partCodes = new[] { "EMP-3A", "EMP-3B", "EMP-3C" };
        foreach (var record in free)
        {
            switch (record.Indicator)
            {
                case "DRO-4":
                    _posts += decimal.Parse(record.Quantity, CultureInfo.InvariantCulture);
                    break;
                case "DRO-3" when record.Session != "" && sessions.Contains(record.Session):
                    break;
                case "DRO-1" when record.Modality == "lieu-de-vie":
                    var household = Household(record);
                    if (!representatives.TryGetValue(household, out var known) || string.CompareOrdinal(record.Person, known) < 0)
                    {
                        representatives[household] = record.Person;
                    }

                    break;
                case "DRO-1":
                    participants.Add(record.Person);
                    break;
                case "ENF-1" or "TES-1":
                    Keys(record.Indicator).Add(Household(record));
                    break;
                default:
                    Keys(record.Indicator).Add("p" + record.Person);
                    if (record.Indicator == "EMP-1" || (record.Indicator == "TES-2" && record.FundingAxis == "emploi"))
                    {
                        Keys("EMP-1").Add("p" + record.Person);
                        for (var part = 0; part < parts.Length; part++)
                        {
                            if (record.Categories.Split('|').Contains(parts[part]))
                            {
                                Keys(partCodes[part]).Add("p" + record.Person);
                            }
                        }
                    }

                    break;
            }
        }

        participants.ExceptWith(representatives.Values);
        var figures = new SortedDictionary<string, decimal>(_keys.ToDictionary(keys => keys.Key, keys => (decimal)keys.Value.Count), StringComparer.Ordinal)
        {
            ["DRO-1"] = representatives.Count + participants.Count,
            ["DRO-4"] = _posts,
        };
        figures.TryAdd("DRO-3", 0);
        return figures;
    }

    private static string Household(NationalRecord record) => record.Household == "" ? "p" + record.Person : "m" + record.Household;

    private HashSet<string> Keys(string indicator)
    {
        if (!_keys.TryGetValue(indicator, out var keys))
        {
            _keys.Add(indicator, keys = new(StringComparer.Ordinal));
        }

        return keys;
    }

    private static bool IsReadable(NationalRecord record) =>
        record.Person != "" && record.Action.Length >= 3 && (record.FollowUp is "" or "0" or "1")
        && DateOnly.TryParseExact(record.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private bool IsRetained(NationalRecord record)
    {
        var isInPeriod = record.Indicator == "TES-3"
            ? string.CompareOrdinal(record.Date, _schoolFirst) >= 0 && string.CompareOrdinal(record.Date, _schoolLast) <= 0
            : string.CompareOrdinal(record.Date, _first) >= 0 && string.CompareOrdinal(record.Date, _last) <= 0;
        return isInPeriod && record.Indicator switch
        {
            "ENF-1" => record.Modality != "reperage" || record.FollowUp == "1",
            "ENF-2" => record.ChildAge is "0" or "1" or "2",
            "ENF-3" => record.CompletedAge is >= 11 and <= 15,
            "ENF-4" => record.Modality != "ingenierie" && record.Exclusion != "ingenierie" && record.CompletedAge is >= 16 and <= 25
                && (record.Modality != "reperage" || record.FollowUp == "1"),
            "EMP-1" => record.Modality != "formation" && record.JobSeeker == "1",
            "EMP-2" or "DRO-4" => record.Funding != "aucun",
            "DRO-1" => record.Action[0] == '3' && (record.Modality is "lieu-de-vie" or "permanence" or "reunion"),
            "DRO-2" => record.Exclusion != "falc",
            "DRO-5" => record.Issue == "maintien",
            "DRO-8" => record.Exclusion != "cartographie",
            "TES-1" or "TES-2" => record.Trained == "1" && record.FollowUp == "1",
            _ => true,
        };
    }
}
