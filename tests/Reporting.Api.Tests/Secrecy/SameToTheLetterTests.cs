using Microsoft.OData.Edm;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Tests.Secrecy;

/// <summary>
/// Whoever cannot tell two worlds apart, whatever is asked, knows nothing of what differs between them. The same campaigns
/// are played twice, with other counts where they are withheld.
/// </summary>
public sealed class SameToTheLetterTests : IAsyncLifetime
{
    private NastyCampaigns _one = null!;
    private NastyCampaigns _other = null!;

    public async Task InitializeAsync()
    {
        _one = await NastyCampaigns.PlayAsync(NastyCampaigns.Counts);
        _other = await NastyCampaigns.PlayAsync(NastyCampaigns.OtherCounts);
    }

    public async Task DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_that_a_reader_asks_for_tells_one_withheld_count_from_another()
    {
        var one = await PublishedReading.OfAsync(_one, "lecteur");
        var other = await PublishedReading.OfAsync(_other, "lecteur");

        Assert.Empty(one.Where(answer => other[answer.Key] != answer.Value).Select(answer => (answer.Key, answer.Value, other[answer.Key])));
        // What the comparison rests on: these are answers, and the figures that may be read are in them.
        Assert.True(one.Values.Count(answer => answer.StartsWith("200", StringComparison.Ordinal)) > 300);
        Assert.All(FeedSets.All, set => Assert.StartsWith("200", one[$"/odata/v1/{set.Name}"]));
        Assert.DoesNotContain(one.Values, answer => answer.StartsWith('5') && !answer.StartsWith("501", StringComparison.Ordinal));
        Assert.Contains(";DRO-6;", one["/v1/exports/resultats.csv"]);
        Assert.Contains(";secret;", one["/v1/exports/resultats.csv"]);
    }

    [Fact]
    public void Every_figure_of_the_feed_but_a_target_says_what_it_gives_away() => Assert.Empty(
        from set in FeedSets.All
        from column in set.Columns
        where column is { Type.Kind: EdmPrimitiveTypeKind.Decimal, Secret: Secret.None, Stored: not "Target" }
        select $"{set.Name}.{column.Name}");

    [Fact]
    public async Task Who_reads_every_figure_tells_them_apart_at_once()
    {
        var one = await PublishedReading.OfAsync(_one, "dgcs");
        var other = await PublishedReading.OfAsync(_other, "dgcs");

        Assert.True(one.Count(answer => other[answer.Key] != answer.Value) > 100);
        Assert.All(
            FeedSets.All.Where(set => set.Columns.Any(column => column.Secret is not Secret.None)),
            set => Assert.NotEqual(one[$"/odata/v1/{set.Name}"], other[$"/odata/v1/{set.Name}"]));
    }

    [Fact]
    public async Task An_owner_reads_its_own_figures_and_a_commissaire_those_of_its_region()
    {
        const string dashboard = $"/v1/tableaux-de-bord/territoires/{NastyCampaigns.Nantes}/2025";
        foreach (var (role, scope) in new[] { ("metropole", NastyCampaigns.Nantes), ("commissaire", "52"), ("dgcs", "") })
        {
            using var reader = await _one.Service.ClientAsync(role, scope is "" ? [] : [scope]);
            Assert.Contains("\"code\":\"DRO-7\",\"libelle\":", await reader.GetStringAsync(new Uri(dashboard, UriKind.Relative)));
            Assert.DoesNotContain("secret", await reader.GetStringAsync(new Uri(dashboard, UriKind.Relative)));
        }

        using var lecteur = await _one.Service.ClientAsync("lecteur");
        Assert.Contains("\"statut\":\"secret\"", await lecteur.GetStringAsync(new Uri(dashboard, UriKind.Relative)));
    }
}
