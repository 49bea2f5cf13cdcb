using System.Text.Json;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Tests.Feed;

/// <summary>What makes the sets a star: every key is there once, and whatever refers to a row finds it.</summary>
internal static class StarSchema
{
    /// <summary>Reads every set whole and holds it to this; returns how many rows each has.</summary>
    /// <param name="read">Reads the set of a name.</param>
    public static async Task<IReadOnlyDictionary<FeedSet, int>> AssertWholeAsync(Func<string, Task<JsonElement>> read)
    {
        var rows = new Dictionary<FeedSet, JsonElement[]>();
        foreach (var set in FeedSets.All)
        {
            var document = await read(set.Name);
            Assert.False(document.TryGetProperty("@odata.nextLink", out _));
            rows[set] = [.. document.GetProperty("value").EnumerateArray()];
            Assert.Equal(rows[set].Length, rows[set].DistinctBy(row => Key(row, set.Key)).Count());
        }

        foreach (var navigation in FeedRelations.All.Select(relation => relation.ToOne))
        {
            var there = rows[navigation.Target].Select(row => Key(row, navigation.Join.Select(pair => pair.Target))).ToHashSet();
            var references = navigation.Join.Select(pair => pair.Source).ToList();
            Assert.All(rows[navigation.Source], row =>
            {
                if (!references.Exists(column => row.GetProperty(column.Name).ValueKind is JsonValueKind.Null))
                {
                    Assert.Contains(Key(row, references), there);
                }
            });
        }

        return rows.ToDictionary(set => set.Key, set => set.Value.Length);
    }

    private static string Key(JsonElement row, IEnumerable<FeedColumn> columns) =>
        string.Join('|', columns.Select(column => row.GetProperty(column.Name).ToString()));
}
