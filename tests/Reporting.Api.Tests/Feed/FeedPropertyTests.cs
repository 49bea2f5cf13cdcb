using System.Net;
using System.Text.Json;
using CsCheck;

namespace Reporting.Api.Tests.Feed;

public sealed class GeneratedFeed() : FeedHost(GeneratedRows.Script);

public class FeedPropertyTests(GeneratedFeed host) : IClassFixture<GeneratedFeed>
{
    private static readonly Dictionary<string, Func<GeneratedRow, IComparable?>> Columns = new()
    {
        ["Annee"] = row => row.Year,
        ["Cible"] = row => row.Target,
        ["Valeur"] = row => row.Value,
        ["TauxRealisation"] = row => row.Rate,
        ["Estimation"] = row => row.Estimated,
        ["DeposeLe"] = row => row.DepositedAt,
        ["Fictif"] = row => row.Fictitious,
    };

    private static readonly string[] Urls =
    [
        "Resultats?$filter=contains(Commentaire,'a') and not (Cible gt 1.5 or Annee eq null)&$orderby=Cible desc,Annee&$top=3&$skip=1&$count=true",
        "Resultats?$select=Annee,Valeur&$filter=DeposeLe ge 2025-03-01T00:00:00%2B01:00&$format=application/json;odata.metadata=none",
        "Resultats(Annee=2024,Territoire='243300316',Indicateur='ENF-1')?$select=Valeur",
        "Resultats?$orderby=Cible&$skiptoken=WyJhYmNkZWZnaCIsMiwxLjUsMjAyNCwiMjQzMzAwMzE2IiwiRU5GLTEiXQ",
        "Territoires('243300316')", "Axes('emploi')/Libelle/$value", "Axes('emploi')/Ordre?format=json", "$metadata?Format=application/json", "Axes/$count?$filter=startswith(Code,'e') eq true", "$metadata?$format=xml", "",
        "Resultats?$filter=Annee in (1,2) or Annee add 1 eq @a&@a=2&$apply=x&$expand=y", "$batch", "$crossjoin(Axes,Campagnes)",
    ];

    [Fact]
    public async Task Any_filter_chooses_the_rows_that_OData_says()
    {
        await Filters.All.SampleAsync(
            async filter =>
            {
                var expected = GeneratedRows.All.Where(row => filter.Holds(row) is true).Select(row => row.Key).Order();
                var document = await host.JsonAsync($"Resultats?$select=Annee,Territoire,Indicateur&$filter={Escape(filter.Text)}");
                Assert.Equal(expected, KeysOf(document).Order());
            },
            iter: 400, threads: 1);
    }

    [Fact]
    public async Task Pages_in_any_order_give_each_row_once_and_in_its_place()
    {
        var sorts = Gen.OneOf(Columns.Keys.ToArray()).Select(Gen.Bool).List[0, 3];
        await Gen.Select(sorts, Gen.Int[1, 60]).SampleAsync(
            async (sort, size) =>
            {
                var order = sort.Count == 0 ? "" : "&$orderby=" + string.Join(',', sort.Select(s => s.Item1 + (s.Item2 ? " desc" : "")));
                var found = new List<string>();
                for (string? next = "Resultats?$select=Annee,Territoire,Indicateur" + order; next is not null;)
                {
                    var document = await host.JsonAsync(next, ("Prefer", $"maxpagesize={size}"));
                    found.AddRange(KeysOf(document));
                    next = document.TryGetProperty("@odata.nextLink", out var link)
                        ? link.GetString()!.Replace("http://hote/odata/v1/", "", StringComparison.Ordinal)
                        : null;
                }

                Assert.Equal(Sorted(sort).Select(row => row.Key), found);
            },
            iter: 60, threads: 1);
    }

    [Fact]
    public async Task No_URL_makes_the_service_fail()
    {
        await Gen.Select(Gen.OneOf(Urls), DamagedUrls.Edit.List[1, 5]).SampleAsync(
            async (whole, edits) =>
            {
                var url = DamagedUrls.Apply(whole, edits);
                var response = await host.SendAsync(url);
                var body = await response.Content.ReadAsStringAsync();
                Assert.True((int)response.StatusCode is < 500 or 501, $"{response.StatusCode} {url}");
                if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound && body.Length == 0)
                {
                    return; // The server itself refuses some URLs, or sends them elsewhere, which the feed never sees.
                }

                Assert.Equal("4.0", Assert.Single(response.Headers.GetValues("OData-Version")));
                if ((int)response.StatusCode >= 400)
                {
                    var error = JsonDocument.Parse(body).RootElement.GetProperty("error");
                    Assert.NotEmpty(error.GetProperty("code").GetString()!);
                    Assert.NotEmpty(error.GetProperty("message").GetString()!);
                }
            },
            iter: 2000, threads: 1);
    }

    private static IEnumerable<GeneratedRow> Sorted(List<(string Column, bool Descending)> sort) => sort
        .Append(("Annee", false))
        .Aggregate(
            GeneratedRows.All.OrderBy(_ => 0),
            (rows, by) => by.Item2 ? rows.ThenByDescending(Columns[by.Item1]) : rows.ThenBy(Columns[by.Item1]))
        .ThenBy(row => row.Territory, StringComparer.Ordinal)
        .ThenBy(row => row.Indicator, StringComparer.Ordinal);

    private static IEnumerable<string> KeysOf(JsonElement document) =>
        document.GetProperty("value").EnumerateArray().Select(FeedData.KeyOf);

    private static string Escape(string filter) => Uri.EscapeDataString(filter);
}
