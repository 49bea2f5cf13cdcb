using System.Globalization;
using System.Text.Json;

namespace Reporting.Api.Tests.Fuzz;

/// <summary>What the store holds of the 2025 campaign, read return by return, and the totals that the service makes of it.</summary>
/// <param name="Versions">The number of versions of each return.</param>
/// <param name="Sums">For each indicator, the sum over the returns in force.</param>
/// <param name="Totals">For each indicator, the national total published.</param>
/// <param name="FeedSums">For each indicator, the sum over the rows of the feed.</param>
internal sealed record StoredReturns(
    IReadOnlyDictionary<string, int> Versions, IReadOnlyDictionary<string, decimal> Sums,
    IReadOnlyDictionary<string, decimal> Totals, IReadOnlyDictionary<string, decimal> FeedSums)
{
    public static async Task<StoredReturns> ReadAsync(HttpClient dgcs)
    {
        var versions = new Dictionary<string, int>();
        var sums = new Dictionary<string, decimal>();
        foreach (var siren in (await JsonAsync(dgcs, "/v1/territoires")).EnumerateArray().Select(territory => territory.GetProperty("siren").GetString()!))
        {
            using var answer = await dgcs.GetAsync(new Uri($"/v1/remontees/2025/{siren}/versions", UriKind.Relative));
            if (!answer.IsSuccessStatusCode)
            {
                continue;
            }

            var stored = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync()).RootElement;
            versions[siren] = stored.GetProperty("versions").GetArrayLength();
            if (stored.TryGetProperty("enVigueur", out var inForce))
            {
                var counted = await JsonAsync(dgcs, $"/v1/remontees/2025/{siren}?version={inForce.GetInt32().ToString(CultureInfo.InvariantCulture)}");
                Add(sums, counted.GetProperty("lignes").EnumerateArray(), "code", "valeur");
            }
        }

        var totals = new Dictionary<string, decimal>();
        var dashboard = await JsonAsync(dgcs, "/v1/tableaux-de-bord/national/2025");
        Add(totals, dashboard.GetProperty("axes").EnumerateArray().SelectMany(axis => axis.GetProperty("indicateurs").EnumerateArray()), "code", "valeur");
        var rows = new Dictionary<string, decimal>();
        var feed = await JsonAsync(dgcs, "/odata/v1/Resultats?$filter=Annee%20eq%202025");
        Add(rows, feed.GetProperty("value").EnumerateArray(), "Indicateur", "Valeur");
        return new(versions, sums, totals, rows);
    }

    private static void Add(Dictionary<string, decimal> sums, IEnumerable<JsonElement> lines, string code, string value)
    {
        foreach (var line in lines)
        {
            if (line.TryGetProperty(value, out var figure) && figure.ValueKind is JsonValueKind.Number)
            {
                var key = line.GetProperty(code).GetString()!;
                sums[key] = sums.GetValueOrDefault(key) + figure.GetDecimal();
            }
        }
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path) =>
        JsonDocument.Parse(await client.GetByteArrayAsync(new Uri(path, UriKind.Relative))).RootElement;
}
