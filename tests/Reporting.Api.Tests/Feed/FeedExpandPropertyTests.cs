using System.Globalization;
using System.Text.Json;
using CsCheck;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Tests.Feed;

/// <summary>The sample, with territories that were merged and are contained.</summary>
public sealed class MergedFeed() : FeedHost(FeedData.Script + Mergers)
{
    private const string Mergers =
        """

        INSERT INTO TerritoryVersion
            (Siren, Version, InseeCode, Name, Nature, Department, Region, Population, SignatorySince, SignatoryUntil, MergedInto, Container, EffectiveOn, RecordedAt, RecordedBy) VALUES
            ('211300553', 2, '13055', 'Marseille', 'COM', '13', '93', 886040, 2024, 2025, '200054807', '200054807', '2025-03-13', '2025-03-13T12:00:00.000Z', 'essai'),
            ('200054807', 2, NULL, 'Aix-Marseille-Provence', 'METRO', '13', '93', 1939077, 2024, 2026, '243300316', NULL, '2025-03-14', '2025-03-14T12:00:00.000Z', 'essai');
        """;
}

/// <summary>Whatever is expanded of whatever set, and at whatever instant, is what the sets themselves hold.</summary>
public class FeedExpandPropertyTests(MergedFeed host) : IClassFixture<MergedFeed>
{
    private const int MostLevels = 3;

    private static readonly string[] Roots = ["", "au/2025-03-13T00:00:00Z/", "au/2025-03-14T00:00:00Z/", "au/2025-04-02T09:30:00Z/"];

    private readonly Dictionary<(string Root, FeedSet Set), List<JsonElement>> _sets = [];

    [Fact]
    public async Task What_is_expanded_is_what_its_own_set_holds_under_its_key()
    {
        var met = 0;
        await Gen.Select(Gen.Int[0, int.MaxValue], Gen.OneOf(Roots), Gen.Int[1, 6]).SampleAsync(
            async (seed, root, size) =>
            {
                var random = new Random(seed);
                var set = FeedSets.All[random.Next(FeedSets.All.Count)];
                var steps = Steps(random, set, 1);
                var found = await ReadAsync($"{root}{set.Name}?{(steps.Count == 0 ? "" : $"$expand={Text(steps)}")}", size);
                var expected = await RowsAsync(root, set);
                Assert.Equal(expected.Count, found.Count);
                foreach (var (row, plain) in found.Zip(expected))
                {
                    met += await CompareAsync(root, row, plain, steps);
                }
            },
            iter: 150, threads: 1);
        Assert.True(met > 100, $"{met} rows were met");
    }

    private static List<Step> Steps(Random random, FeedSet set, int level) =>
    [
        .. from navigation in FeedRelations.Of(set).Where(navigation => !navigation.IsCollection)
           where random.Next(2) == 0
           select new Step(navigation, level < MostLevels && random.Next(3) == 0 ? Steps(random, navigation.Target, level + 1) : []),
    ];

    private static string Text(IReadOnlyList<Step> steps) => string.Join(',', steps.Select(step =>
        step.Navigation.Name + (step.Nested.Count == 0 ? "" : $"($expand={Text(step.Nested)})")));

    private async Task<int> CompareAsync(string root, JsonElement row, JsonElement plain, IReadOnlyList<Step> steps)
    {
        var met = 1;
        Assert.Equal(
            plain.EnumerateObject().Select(property => $"{property}").Concat(steps.Select(step => step.Navigation.Name)),
            row.EnumerateObject().Select(property => steps.Any(step => step.Navigation.Name == property.Name) ? property.Name : $"{property}"));
        foreach (var (navigation, nested) in steps)
        {
            var key = navigation.Join.Select(pair => $"{plain.GetProperty(pair.Source.Name)}").ToList();
            var target = (await RowsAsync(root, navigation.Target)).SingleOrDefault(one =>
                navigation.Target.Key.Select(column => $"{one.GetProperty(column.Name)}").SequenceEqual(key));
            var led = row.GetProperty(navigation.Name);
            Assert.Equal(target.ValueKind is JsonValueKind.Undefined, led.ValueKind is JsonValueKind.Null);
            met += led.ValueKind is JsonValueKind.Null ? 0 : await CompareAsync(root, led, target, nested);
        }

        return met;
    }

    private async Task<List<JsonElement>> RowsAsync(string root, FeedSet set) =>
        _sets.TryGetValue((root, set), out var rows) ? rows : _sets[(root, set)] = await ReadAsync(root + set.Name, 1000);

    private async Task<List<JsonElement>> ReadAsync(string url, int size)
    {
        var rows = new List<JsonElement>();
        for (var next = url; next is not null;)
        {
            var page = await host.JsonAsync(next, ("Prefer", string.Create(CultureInfo.InvariantCulture, $"maxpagesize={size}")));
            rows.AddRange(page.GetProperty("value").EnumerateArray());
            next = page.TryGetProperty("@odata.nextLink", out var link)
                ? link.GetString()!.Replace("http://hote/odata/v1/", "", StringComparison.Ordinal)
                : null;
        }

        return rows;
    }

    private sealed record Step(FeedNavigation Navigation, IReadOnlyList<Step> Nested);
}
