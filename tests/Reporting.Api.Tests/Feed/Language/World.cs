using System.Globalization;
using System.Text.Json;
using Microsoft.OData.Edm;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Tests.Feed.Language;

/// <summary>Every row of every set, as the feed gives them when nothing is asked of it.</summary>
internal sealed class World
{
    private readonly Dictionary<FeedSet, IReadOnlyList<Entity>> _sets = [];
    private readonly Dictionary<FeedNavigation, ILookup<string, Entity>> _led = [];

    public IReadOnlyList<Entity> this[FeedSet set] => _sets[set];

    public static async Task<World> ReadAsync(FeedHost host)
    {
        var world = new World();
        foreach (var set in FeedSets.All)
        {
            var document = await host.JsonAsync(set.Name, ("Accept", "application/json;odata.metadata=none"));
            Assert.False(document.TryGetProperty("@odata.nextLink", out _));
            world._sets[set] = [.. document.GetProperty("value").EnumerateArray().Select(row => new Entity(
                world, set, set.Columns.ToDictionary(column => column.Name, column => Values.Read(row.GetProperty(column.Name), column.Type.Kind))))];
        }

        foreach (var navigation in FeedSets.All.SelectMany(FeedRelations.Of))
        {
            world._led[navigation] = world[navigation.Target].ToLookup(row => Key(row, navigation.Join.Select(pair => pair.Target)));
        }

        return world;
    }

    /// <summary>The rows that a navigation leads to from a row.</summary>
    public IEnumerable<Entity> Led(Entity from, string name)
    {
        var navigation = FeedRelations.Navigation(from.Set!, name);
        var columns = navigation.Join.Select(pair => pair.Source).ToList();
        return columns.Exists(column => from[column.Name] is null) ? [] : _led[navigation][Key(from, columns)];
    }

    private static string Key(Entity row, IEnumerable<FeedColumn> columns) =>
        string.Join('\0', columns.Select(column => Values.Text(row[column.Name])));
}

/// <summary>A row of a set, or of groups when it is of none.</summary>
internal sealed class Entity(World world, FeedSet? set, IReadOnlyDictionary<string, object?> values)
{
    public FeedSet? Set => set;

    public World World => world;

    public object? this[string property] => values[property];

    public bool Has(string property) => values.ContainsKey(property);

    public Entity? One(string navigation) => world.Led(this, navigation).SingleOrDefault();

    public IEnumerable<Entity> Many(string navigation) => world.Led(this, navigation);
}

/// <summary>Values as expressions have them: numbers are decimals, whatever their type.</summary>
internal static class Values
{
    public static object? Read(JsonElement value, EdmPrimitiveTypeKind kind) => value.ValueKind is JsonValueKind.Null ? null : kind switch
    {
        EdmPrimitiveTypeKind.String => value.GetString(),
        EdmPrimitiveTypeKind.Boolean => value.GetBoolean(),
        EdmPrimitiveTypeKind.DateTimeOffset => value.GetDateTimeOffset(),
        EdmPrimitiveTypeKind.Date => DateOnly.ParseExact(value.GetString()!, "O", CultureInfo.InvariantCulture),
        _ => value.GetDecimal(),
    };

    /// <summary>A value so that equal values, and no others, are the same text.</summary>
    public static string Text(object? value) => value switch
    {
        null => "null",
        decimal number => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => $"'{value}'",
    };

    /// <summary>Nulls before all else, texts by code point, false before true.</summary>
    public static int Compare(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string one, string other) => Compare(one, other),
        _ => ((IComparable)left).CompareTo(right),
    };

    private static int Compare(string left, string right)
    {
        var (one, other) = (left.EnumerateRunes().Select(rune => rune.Value).ToList(), right.EnumerateRunes().Select(rune => rune.Value).ToList());
        var difference = one.Zip(other, (a, b) => a.CompareTo(b)).FirstOrDefault(order => order != 0);
        return difference != 0 ? difference : one.Count.CompareTo(other.Count);
    }
}
