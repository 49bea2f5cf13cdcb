using System.Text.Json;
using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Secrecy;

/// <summary>What the feed adds up is exact, or is not told: it never leaves out what is withheld without a word.</summary>
public sealed class WithheldAggregateTests
{
    [Theory]
    [InlineData("Resultats", "Indicateur", "Valeur", "Valeur")]
    [InlineData("Resultats", "Indicateur", "BorneBasse", "BorneBasse mul 1")]
    [InlineData("Contributions", "Indicateur", "Retenu", "Retenu")]
    public async Task A_group_that_holds_a_withheld_figure_comes_to_nothing_that_is_told(string set, string key, string column, string expression)
    {
        await using var service = new RunningService(sampleData: true);
        using var reader = await service.ClientAsync("lecteur");
        using var whole = await service.ClientAsync("dgcs");
        var apply = $"{set}?$apply=groupby(({key}),aggregate({string.Join(',', new[] { "sum", "average", "min", "max", "countdistinct" }
            .Select(method => $"{expression} with {method} as {method}"))},$count as N))";
        var rows = await RowsAsync(reader, $"{set}?$select={key},{column}");
        var told = (await RowsAsync(reader, apply)).ToDictionary(row => row.GetProperty(key).GetString()!);
        var exact = (await RowsAsync(whole, apply)).ToDictionary(row => row.GetProperty(key).GetString()!);

        var groups = rows.ToLookup(row => row.GetProperty(key).GetString()!, row => row.GetProperty(column));
        var withheld = groups.Where(group => group.Any(cell => cell.ValueKind is JsonValueKind.Null)).Select(group => group.Key).ToList();
        Assert.NotEmpty(withheld);
        Assert.NotEqual(groups.Count, withheld.Count);
        Assert.Equal(groups.Count, told.Count);
        foreach (var (group, row) in told)
        {
            var answers = (string[])["sum", "average", "min", "max", "countdistinct"];
            Assert.Equal(groups[group].Count(), row.GetProperty("N").GetInt32());
            if (withheld.Contains(group))
            {
                Assert.All(answers, answer => Assert.Equal(JsonValueKind.Null, row.GetProperty(answer).ValueKind));
            }
            else
            {
                Assert.Equal(groups[group].Sum(cell => cell.GetDecimal()), row.GetProperty("sum").GetDecimal());
                Assert.All(answers, answer => Assert.Equal(exact[group].GetProperty(answer).GetDecimal(), row.GetProperty(answer).GetDecimal()));
            }
        }

        // What is not told of the parts is not told of the whole either.
        var total = Assert.Single(await RowsAsync(reader, $"{apply}/aggregate(sum with sum as total,max with max as most)"));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (total.GetProperty("total").ValueKind, total.GetProperty("most").ValueKind));
    }

    private static async Task<List<JsonElement>> RowsAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri($"/odata/v1/{path}", UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        return [.. JsonDocument.Parse(text).RootElement.GetProperty("value").EnumerateArray()];
    }
}
