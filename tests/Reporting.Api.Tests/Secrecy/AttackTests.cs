using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Reporting.Api.Tests.Hosting;
using Xunit.Abstractions;

namespace Reporting.Api.Tests.Secrecy;

/// <summary>Plays the attacker over HTTP, and sees that it would find what is not protected.</summary>
public sealed class AttackTests(ITestOutputHelper output)
{
    private const int Threshold = 5;

    [Fact]
    public async Task No_withheld_count_can_be_worked_out_from_everything_that_is_published_at_any_instant()
    {
        await using var campaigns = await NastyCampaigns.PlayAsync(NastyCampaigns.Counts);
        var attacker = new Attacker(Threshold);
        using var reader = await campaigns.Service.ClientAsync("lecteur");

        await ReadAsync(attacker, reader, reader, campaigns);

        // Eight in 2024; five in 2025, one of them corrected since.
        Assert.Equal(13, attacker.Withheld.Count);
        AssertUncertain(attacker, Threshold);
    }

    [Fact]
    public async Task Beside_exact_totals_the_attacker_works_counts_out()
    {
        await using var campaigns = await NastyCampaigns.PlayAsync(NastyCampaigns.Counts);
        var attacker = new Attacker(Threshold);
        using var reader = await campaigns.Service.ClientAsync("lecteur");
        using var whole = await campaigns.Service.ClientAsync("dgcs");

        await ReadAsync(attacker, reader, whole, campaigns);

        // Every figure came by a deposit of its own, so that the totals before and after it give it away.
        Assert.All(attacker.Widths().Values, width => Assert.Equal(0, Math.Round(width)));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(11)]
    public async Task No_withheld_count_of_the_sample_can_be_worked_out(int threshold)
    {
        await using var service = new RunningService(
            sampleData: true,
            settings: [("Limits:ReadsPerMinute", "1000000"), ("Secrecy:ReaderThreshold", threshold.ToString(CultureInfo.InvariantCulture))]);
        using var reader = await service.ClientAsync("lecteur");
        using var whole = await service.ClientAsync("dgcs");
        var attacker = new Attacker(threshold);

        await ReadAsync(attacker, reader, reader, at: null, (_, _) => 1);

        var few = PublishedCell.Read(await whole.GetStringAsync(new Uri("/v1/exports/resultats.csv?format=strict", UriKind.Relative)), (_, _) => 1)
            .Where(cell => cell.Indicator != "DRO-4" && cell.Value >= 1 && cell.Value <= threshold + 1).Select(cell => cell.V).ToList();
        Assert.NotEmpty(few);
        Assert.Equal(few, attacker.Withheld.Select(cell => cell.V));
        AssertUncertain(attacker, threshold);
    }

    private void AssertUncertain(Attacker attacker, int threshold)
    {
        var widths = attacker.Widths();
        var narrowest = widths.MinBy(width => width.Value);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Threshold {threshold}: {attacker.Cells} figures, {attacker.Withheld.Count} withheld, {attacker.WithheldTotals} totals withheld with them; {attacker.Facts} facts leave {narrowest.Key} {narrowest.Value:0.####} wide, the narrowest."));
        Assert.All(widths, width => Assert.True(width.Value >= threshold, $"{width.Key} is known within {width.Value}."));
    }

    private static async Task ReadAsync(Attacker attacker, HttpClient cells, HttpClient totals, NastyCampaigns campaigns)
    {
        await ReadAsync(attacker, cells, totals, at: null, (year, territory) => campaigns.Deposits(year, territory, DateTimeOffset.MaxValue));
        foreach (var instant in campaigns.Instants)
        {
            await ReadAsync(attacker, cells, totals, PublishedReading.Text(instant), (year, territory) => campaigns.Deposits(year, territory, instant));
        }
    }

    private static async Task ReadAsync(
        Attacker attacker, HttpClient cells, HttpClient totals, string? at, Func<int, string, int> deposits)
    {
        var and = at is null ? "" : $"&au={at}";
        var only = at is null ? "" : $"?au={at}";
        var published = PublishedCell.Read(
            await cells.GetStringAsync(new Uri($"/v1/exports/resultats.csv?format=strict{and}", UriKind.Relative)), deposits);
        attacker.Reads(published);
        foreach (var year in (int[])[2024, 2025])
        {
            List<PublishedCell> now = [.. published.Where(cell => cell.Year == year)];
            List<PublishedCell> before = [.. published.Where(cell => cell.Year == year - 1)];
            attacker.ReadsDashboard(await JsonAsync(totals, $"national/{year}{only}"), now, before);
            foreach (var territory in published.Select(cell => cell.Territory).Distinct())
            {
                attacker.ReadsDashboard(
                    await JsonAsync(cells, $"territoires/{territory}/{year}{only}"),
                    [.. now.Where(cell => cell.Territory == territory)], [.. before.Where(cell => cell.Territory == territory)]);
            }
        }

        foreach (var years in (string[])["de=2024&a=2025", "de=2024&a=2024", "de=2025&a=2025"])
        {
            attacker.ReadsSeries(await JsonAsync(totals, $"national/serie?{years}&perimetre=constant{and}"), published);
            attacker.ReadsSeries(await JsonAsync(totals, $"national/serie?{years}&perimetre=complet{and}"), published);
        }
    }

    private static Task<JsonElement> JsonAsync(HttpClient client, string path) =>
        client.GetFromJsonAsync<JsonElement>(new Uri($"/v1/tableaux-de-bord/{path}", UriKind.Relative));
}
