using System.Globalization;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Feed.Writing;

/// <summary>The URL of an entity below the service root.</summary>
internal static class EntityId
{
    /// <param name="set">The set that the entity is in.</param>
    /// <param name="key">The values of its key, in the order of the columns.</param>
    public static string Of(FeedSet set, IReadOnlyList<object> key)
    {
        var literals = set.Key.Zip(key, (column, value) => key.Count == 1 ? Literal(value) : $"{column.Name}={Literal(value)}");
        return $"{set.Name}({string.Join(',', literals)})";
    }

    private static string Literal(object value) => value is string text
        ? $"'{Uri.EscapeDataString(text.Replace("'", "''", StringComparison.Ordinal))}'"
        : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
