using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;

namespace Reporting.Api.Tests.Feed;

/// <summary>Whatever is asked of a collection within rows, the rows that OData says are in it, in their order.</summary>
public class NestedPropertyTests(GeneratedFeed host) : IClassFixture<GeneratedFeed>
{
    private static readonly Dictionary<string, (string Key, Func<GeneratedRow, string> Parent)> Sets = new()
    {
        ["Territoires"] = ("Siren", row => row.Territory),
        ["Indicateurs"] = ("Code", row => row.Indicator),
        ["Campagnes"] = ("Annee", row => row.Year.ToString(CultureInfo.InvariantCulture)),
        ["Axes"] = ("Code", row => row.Indicator == "ENF-1" ? "enfance" : "emploi"),
    };

    private static readonly Dictionary<string, Func<GeneratedRow, IComparable?>> Columns = new()
    {
        ["Annee"] = row => row.Year,
        ["Cible"] = row => row.Target,
        ["Valeur"] = row => row.Value,
        ["TauxRealisation"] = row => row.Rate,
        ["Fictif"] = row => row.Fictitious,
        ["Valeur mul 2"] = row => row.Value * 2,
        ["DimensionIndicateur/Ordre"] = row => row.Indicator == "ENF-1" ? 1 : 2,
    };

    private static readonly Gen<Options> Asked = Gen.Select(
        Gen.OneOf(Filters.All.Select(filter => (Filter?)filter), Gen.Const((Filter?)null)),
        Gen.OneOf(Columns.Keys.ToArray()).Select(Gen.Bool).List[0, 2],
        Gen.OneOf(Gen.Int[0, 12].Select(top => (int?)top), Gen.Const((int?)null)),
        Gen.Int[0, 6],
        Gen.Bool,
        (filter, order, top, skip, count) => new Options(filter, order, top, skip, count));

    [Fact]
    public async Task A_collection_within_rows_is_what_its_options_say_and_links_lead_to_the_rest()
    {
        var met = 0;
        await Gen.Select(Gen.OneOf(Sets.Keys.ToArray()), Asked, Gen.OneOf(1, 2, 3, 7, 40, 1000)).SampleAsync(
            async (set, options, size) =>
            {
                var (key, parent) = Sets[set];
                foreach (var row in await ReadAsync($"{set}?$expand=Resultats({options.Text})", size))
                {
                    var code = row.GetProperty(key).ToString();
                    var chosen = GeneratedRows.All.Where(one => parent(one) == code && (options.Filter is null || options.Filter.Holds(one) is true)).ToList();
                    Assert.Equal(options.Paged(chosen).Select(one => one.Key), await WithinAsync(row, "Resultats", size));
                    Assert.Equal((int?)(options.Count ? chosen.Count : null), row.TryGetProperty("Resultats@odata.count", out var count) ? count.GetInt32() : null);
                    met += chosen.Count;
                }
            },
            iter: 60, threads: 1);
        Assert.True(met > 200, $"{met} rows were met");
    }

    [Fact]
    public async Task Collections_within_collections_belong_to_their_own_rows()
    {
        await Gen.Select(Asked, Asked, Gen.OneOf(2, 5, 1000)).SampleAsync(
            async (outer, inner, size) =>
            {
                foreach (var axis in await ReadAsync($"Axes?$expand=Indicateurs($expand=Resultats({outer.Text};$expand=DimensionTerritoire($expand=Resultats({inner.Text}))))", size))
                {
                    var indicator = Assert.Single(axis.GetProperty("Indicateurs").EnumerateArray());
                    var code = indicator.GetProperty("Code").GetString();
                    var chosen = outer.Paged([.. GeneratedRows.All.Where(one => one.Indicator == code && (outer.Filter is null || outer.Filter.Holds(one) is true))]);
                    var found = indicator.GetProperty("Resultats").EnumerateArray().ToList();
                    Assert.Equal(chosen.Take(size).Select(one => one.Key), found.Select(FeedData.KeyOf));
                    foreach (var (row, one) in found.Zip(chosen))
                    {
                        var within = GeneratedRows.All.Where(other => other.Territory == one.Territory && (inner.Filter is null || inner.Filter.Holds(other) is true));
                        Assert.Equal(inner.Paged([.. within]).Select(other => other.Key), await WithinAsync(row.GetProperty("DimensionTerritoire"), "Resultats", size));
                    }
                }
            },
            iter: 25, threads: 1);
    }

    [Theory]
    [InlineData(100_000, 128 * 33, 0)]
    [InlineData(200, 200, 1)]
    public async Task More_rows_than_are_held_at_a_time_are_given_and_no_more_than_one_answer_may_have(int most, int given, int links)
    {
        await using var limited = new Limited(string.Create(CultureInfo.InvariantCulture, $"--Feed:ExpandedRows={most}"));
        await limited.InitializeAsync();
        var text = await limited.TextAsync("Indicateurs?$select=Code&$expand=Resultats($select=Annee;$expand=DimensionTerritoire($select=Siren;$expand=Resultats($select=Valeur)))");
        var rows = JsonDocument.Parse(text).RootElement.GetProperty("value").EnumerateArray().SelectMany(Rows).ToList();
        Assert.Equal(links > 0, text.Contains("Resultats@odata.nextLink", StringComparison.Ordinal));
        var all = rows.Count + rows.Sum(row => Rows(row.GetProperty("DimensionTerritoire")).Count());
        Assert.InRange(all, links > 0 ? given - 32 : given, given);

        static IEnumerable<JsonElement> Rows(JsonElement row) => row.GetProperty("Resultats").EnumerateArray();
    }

    [Theory]
    [InlineData("minimal", "Annee", false)]
    [InlineData("full", "*", true)]
    public async Task Just_after_a_change_only_an_answer_that_is_too_long_to_be_held_back_is_not_of_the_present(string level, string select, bool isOfBefore)
    {
        var response = await host.SendAsync(
            $"Indicateurs?$expand=Resultats($select={select};$expand=DimensionTerritoire($expand=Resultats($select={select})))",
            null, ("Accept", $"application/json;odata.metadata={level}"));
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(isOfBefore, text.Length > 4 * 1024 * 1024);
        Assert.Equal(isOfBefore, response.Headers.CacheControl!.NoStore);
        Assert.Equal(isOfBefore, response.Headers.ETag is null);
        Assert.Equal(128 * 33, Regex.Count(text, "\"Annee\":"));
    }

    private sealed class Limited(string setting) : FeedHost(GeneratedRows.Script, setting), IAsyncDisposable
    {
        async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
    }

    private async Task<List<string>> WithinAsync(JsonElement row, string navigation, int size)
    {
        var rows = row.GetProperty(navigation).EnumerateArray().ToList();
        Assert.True(rows.Count <= size);
        if (row.TryGetProperty($"{navigation}@odata.nextLink", out var link))
        {
            rows.AddRange(await ReadAsync(Below(link), size));
        }

        return [.. rows.Select(FeedData.KeyOf)];
    }

    private async Task<List<JsonElement>> ReadAsync(string url, int size)
    {
        var rows = new List<JsonElement>();
        for (var next = url; next is not null;)
        {
            var page = await host.JsonAsync(next, ("Prefer", string.Create(CultureInfo.InvariantCulture, $"maxpagesize={size}")));
            rows.AddRange(page.GetProperty("value").EnumerateArray());
            next = page.TryGetProperty("@odata.nextLink", out var link) ? Below(link) : null;
        }

        return rows;
    }

    private static string Below(JsonElement link) => link.GetString()!.Replace("http://hote/odata/v1/", "", StringComparison.Ordinal);

    private sealed record Options(Filter? Filter, List<(string Column, bool Descending)> Order, int? Top, int Skip, bool Count)
    {
        private bool IsWhole => Filter is null && Order.Count == 0 && Top is null && Skip == 0 && !Count;

        public string Text => IsWhole ? "$select=Annee,Territoire,Indicateur,Valeur" : string.Join(';', new[]
        {
            Filter is null ? null : $"$filter={Uri.EscapeDataString(Filter.Text)}",
            Order.Count == 0 ? null : $"$orderby={string.Join(',', Order.Select(by => by.Column + (by.Descending ? " desc" : "")))}",
            Top is null ? null : $"$top={Top}",
            Skip == 0 ? null : $"$skip={Skip}",
            Count ? "$count=true" : null,
        }.OfType<string>());

        public List<GeneratedRow> Paged(List<GeneratedRow> rows) =>
        [
            .. Order.Append(("Annee", false)).Aggregate(
                    rows.OrderBy(_ => 0), (sorted, by) => by.Item2 ? sorted.ThenByDescending(Columns[by.Item1]) : sorted.ThenBy(Columns[by.Item1]))
                .ThenBy(row => row.Territory, StringComparer.Ordinal).ThenBy(row => row.Indicator, StringComparer.Ordinal)
                .Skip(Skip).Take(Top ?? int.MaxValue),
        ];

        public override string ToString() => Text;
    }
}
