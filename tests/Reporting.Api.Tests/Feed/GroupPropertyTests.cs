using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace Reporting.Api.Tests.Feed;

/// <summary>Groups and what they come to, beside the same worked out from the rows in memory.</summary>
public class GroupPropertyTests(GeneratedFeed host) : IClassFixture<GeneratedFeed>
{
    private static readonly Dictionary<string, Func<GeneratedRow, object?>> Keys = new()
    {
        ["Annee"] = row => row.Year,
        ["Territoire"] = row => row.Territory,
        ["Indicateur"] = row => row.Indicator,
        ["Cible"] = row => row.Target,
        ["TauxRealisation"] = row => row.Rate,
        ["Estimation"] = row => row.Estimated,
        ["Fictif"] = row => row.Fictitious,
    };

    private static readonly Dictionary<string, Func<GeneratedRow, decimal?>> Figures = new()
    {
        ["Valeur"] = row => row.Value,
        ["Cible"] = row => row.Target,
        ["TauxRealisation"] = row => row.Rate,
        ["Annee"] = row => row.Year,
        ["Valeur add Cible"] = row => row.Value + row.Target,
        ["Valeur mul 1.25"] = row => row.Value * 1.25m,
    };

    private static readonly Dictionary<string, Func<List<decimal>, decimal?>> Methods = new()
    {
        ["sum"] = values => values.Count == 0 ? null : values.Sum(),
        ["min"] = values => values.Count == 0 ? null : values.Min(),
        ["max"] = values => values.Count == 0 ? null : values.Max(),
        ["average"] = values => values.Count == 0 ? null : Math.Round(values.Sum() / values.Count, 6, MidpointRounding.AwayFromZero),
        ["countdistinct"] = values => values.Distinct().Count(),
    };

    [Fact]
    public async Task Any_grouping_comes_to_what_its_rows_do()
    {
        var aggregates = Gen.Select(Gen.OneOf(Figures.Keys.ToArray()), Gen.OneOf(Methods.Keys.ToArray())).List[0, 4];
        await Gen.Select(Filters.All, Gen.OneOf(Keys.Keys.ToArray()).List[1, 3], aggregates).SampleAsync(
            async (filter, keys, made) =>
            {
                keys = [.. keys.Distinct()];
                var list = made.Select((item, place) => $"{item.Item1} with {item.Item2} as A{place}").Append("$count as N");
                var url = $"filter({filter.Text})/groupby(({string.Join(',', keys)}),aggregate({string.Join(',', list)}))";
                var document = await host.JsonAsync(
                    $"Resultats?$apply={Uri.EscapeDataString(url)}", ("Accept", "application/json;odata.metadata=none"));

                var expected =
                    from row in GeneratedRows.All
                    where filter.Holds(row) is true
                    group row by string.Join(' ', keys.Select(key => Text(Keys[key](row)))) into rows
                    let values = made.Select(item => Text(Methods[item.Item2]([.. rows.Select(Figures[item.Item1]).OfType<decimal>()])))
                    select $"{rows.Key} | {string.Join(' ', values.Append(Text(rows.Count())))}";
                var found = document.GetProperty("value").EnumerateArray().Select(row =>
                    $"{string.Join(' ', keys.Select(key => Text(row.GetProperty(key))))} | "
                    + string.Join(' ', made.Select((_, place) => Text(row.GetProperty($"A{place}"))).Append(Text(row.GetProperty("N")))));
                Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
            },
            iter: 300, threads: 1);
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.Number => Text(value.GetDecimal()),
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        _ => value.GetString()!,
    };

    private static string Text(object? value) => value switch
    {
        null => "null",
        decimal number => (number / 1.000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        int number => Text((decimal)number),
        _ => $"{value}",
    };
}
