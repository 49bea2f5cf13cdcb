using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Secrecy;

/// <summary>
/// Two campaigns made of what gives figures away: a small count alone in its region, two that add up to 2, one inside
/// another territory, zeros, targets, bounds, changes of method, comments, years that differ and a correction. What is
/// withheld from a <c>lecteur</c> are letters, so that the same campaigns can be played with other counts in their places.
/// </summary>
internal sealed partial class NastyCampaigns : IAsyncDisposable
{
    public const string Rennes = RunningService.Rennes;
    public const string Nantes = "244400404";
    public const string Orleans = "244500468";
    public const string AixMarseille = "200054807";
    public const string Marseille = "211300553";

    public static readonly IReadOnlyDictionary<char, int> Counts = new Dictionary<char, int>
    {
        ['a'] = 3, ['b'] = 57, ['c'] = 2, ['e'] = 3, ['f'] = 3, ['g'] = 3, ['h'] = 1, ['i'] = 5, ['j'] = 4, ['k'] = 1, ['l'] = 3, ['m'] = 6,
    };

    /// <summary>Other counts, none of which a reader may tell from the first: few for few, and all but a few for all but a few.</summary>
    public static readonly IReadOnlyDictionary<char, int> OtherCounts = new Dictionary<char, int>
    {
        ['a'] = 6, ['b'] = 54, ['c'] = 1, ['e'] = 6, ['f'] = 1, ['g'] = 5, ['h'] = 6, ['i'] = 1, ['j'] = 1, ['k'] = 4, ['l'] = 6, ['m'] = 2,
    };

    private static readonly (int Year, string Territory, string Lines)[] Returns =
    [
        (2024, Rennes,
            """
            { "code": "ENF-1", "cible": 40, "contributions": [ { "action": "1.1", "modalite": "reperage", "effectif": {40+e}, "sansSuite": {e} } ] },
            { "code": "ENF-2", "cible": 25, "valeur": 20 },
            { "code": "EMP-1", "cible": 50, "valeur": 60 }, { "code": "EMP-3A", "cible": 55, "valeur": {b} }, { "code": "EMP-3B", "cible": 8, "valeur": {c} },
            { "code": "DRO-2", "cible": 60, "contributions": [ { "action": "3.1", "effectif": {53-f} }, { "action": "3.2", "effectif": {f} } ] },
            { "code": "DRO-4", "cible": 2, "valeur": 1.5 },
            { "code": "DRO-6", "cible": 40, "commentaire": "dont {e} nouvelles", "contributions": [ { "action": "3.1", "effectif": {40-e} }, { "action": "3.3", "effectif": {e}, "doublons": 0 } ] },
            { "code": "DRO-7", "cible": 10, "valeur": {a}, "commentaire": "{a} personnes" },
            { "code": "DRO-8", "cible": 5, "valeur": 0 },
            { "code": "TES-1", "cible": 40, "valeur": 45, "changementMethode": { "description": "{g} ménages de plus", "effet": {g} } }
            """),
        (2024, Nantes,
            """
            { "code": "ENF-2", "cible": 30, "valeur": {i} }, { "code": "DRO-6", "cible": 60, "valeur": 80 }, { "code": "DRO-7", "cible": 12, "valeur": {h} }
            """),
        (2024, Orleans, """{ "code": "DRO-6", "cible": 60, "valeur": {m} }, { "code": "DRO-8", "cible": 9, "valeur": {k} }"""),
        (2024, AixMarseille, """{ "code": "ENF-3", "cible": 100, "valeur": 90 }, { "code": "DRO-6", "cible": 400, "valeur": 300 }"""),
        (2024, Marseille, """{ "code": "ENF-3", "cible": 20, "valeur": {j} }, { "code": "DRO-6", "cible": 200, "valeur": 150 }"""),
        (2025, Nantes,
            """
            { "code": "ENF-2", "cible": 45, "valeur": 50 }, { "code": "DRO-6", "cible": 70, "valeur": 90 }, { "code": "DRO-7", "cible": 1, "valeur": {h} }
            """),
        (2025, Orleans, """{ "code": "DRO-6", "cible": 60, "valeur": 66 }, { "code": "DRO-7", "cible": 1, "valeur": {k} }"""),
        (2025, Rennes,
            """
            { "code": "ENF-2", "cible": 25, "valeur": {l} }, { "code": "DRO-6", "cible": 40, "valeur": 44, "changementMethode": { "description": "Quartier", "effet": {a} } },
            { "code": "TES-1", "cible": 40, "valeur": 47 }
            """),
        // The correction of what was just deposited, and a small count where there was none.
        (2025, Rennes,
            """
            { "code": "ENF-2", "cible": 25, "valeur": 40 }, { "code": "DRO-6", "cible": 40, "valeur": 44 },
            { "code": "DRO-8", "cible": 4, "valeur": {c} }, { "code": "TES-1", "cible": 40, "valeur": 47 }
            """),
        (2025, Marseille, """{ "code": "ENF-3", "cible": 20, "valeur": {j} }, { "code": "DRO-6", "cible": 200, "valeur": 160 }"""),
    ];

    private readonly IReadOnlyDictionary<char, int> _counts;

    private NastyCampaigns(IReadOnlyDictionary<char, int> counts) => _counts = counts;

    public RunningService Service { get; } = new(
        new DateTimeOffset(2025, 3, 10, 12, 0, 0, TimeSpan.Zero), settings: ("Limits:ReadsPerMinute", "1000000"));

    /// <summary>An instant after each deposit.</summary>
    public List<DateTimeOffset> Instants { get; } = [];

    /// <summary>How often a return had been deposited at an instant, as anybody sees by its version.</summary>
    public int Deposits(int year, string territory, DateTimeOffset instant) => Returns.Zip(Instants)
        .Count(deposit => deposit.First.Year == year && deposit.First.Territory == territory && deposit.Second <= instant);

    public static async Task<NastyCampaigns> PlayAsync(IReadOnlyDictionary<char, int> counts)
    {
        var campaigns = new NastyCampaigns(counts);
        using (var dgcs = await campaigns.Service.ClientAsync("dgcs"))
        {
            foreach (var territory in Returns.Select(posted => posted.Territory).Distinct())
            {
                using var contract = await dgcs.PutAsync(Of($"/v1/contrats/{territory}"), RunningService.Json(campaigns.Filled(
                    """
                    { "actions": [ { "numero": "3.1", "intitule": "Droits", "indicateurs": ["DRO-6"] } ],
                      "trajectoires": [ { "indicateur": "DRO-6", "t0": {a}, "cibles": { "2024": 1, "2025": 2, "2026": 3, "2027": 4 } } ] }
                    """)));
                Assert.Equal(HttpStatusCode.Created, contract.StatusCode);
            }
        }

        foreach (var (year, territory, lines) in Returns)
        {
            await campaigns.DepositAsync(year, territory, lines);
        }

        return campaigns;
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    private async Task DepositAsync(int year, string territory, string lines)
    {
        var open = new DateTimeOffset(year + 1, 3, 10, 12, 0, 0, TimeSpan.Zero);
        if (Service.Clock.GetUtcNow() < open)
        {
            Service.Clock.SetUtcNow(open);
        }

        using var owner = await Service.ClientAsync("metropole", territory);
        using var posted = await owner.PutAsync(
            Of($"/v1/remontees/{year}/{territory}"), RunningService.Json($$"""{ "indicateurs": [{{Filled(lines)}}] }"""));
        Assert.True(posted.IsSuccessStatusCode, await posted.Content.ReadAsStringAsync());
        using var deposited = await owner.PostAsync(Of($"/v1/remontees/{year}/{territory}/depot"), null);
        Assert.Equal(HttpStatusCode.OK, deposited.StatusCode);
        Service.Clock.Advance(TimeSpan.FromMinutes(1));
        Instants.Add(Service.Clock.GetUtcNow());
        Service.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private string Filled(string text) => Places().Replace(text, place =>
    {
        var count = _counts[place.Groups["letter"].Value[0]];
        var whole = place.Groups["whole"].Value;
        return (whole is "" ? count : int.Parse(whole, CultureInfo.InvariantCulture) + (place.Groups["sign"].Value is "+" ? count : -count)).ToString(CultureInfo.InvariantCulture);
    });

    private static Uri Of(string path) => new(path, UriKind.Relative);

    [GeneratedRegex(@"\{((?<whole>\d+)(?<sign>[-+]))?(?<letter>[a-z])\}")]
    private static partial Regex Places();
}
