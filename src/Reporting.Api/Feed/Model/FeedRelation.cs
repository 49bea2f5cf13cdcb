namespace Reporting.Api.Feed.Model;

/// <summary>Two navigation properties, partners of each other: from many rows to the one that they refer to, and back.</summary>
internal sealed record FeedRelation(FeedNavigation ToOne, FeedNavigation ToMany)
{
    /// <param name="source">The set whose rows refer.</param>
    /// <param name="name">The property that leads to the row referred to, and its description.</param>
    /// <param name="target">The set whose key is referred to.</param>
    /// <param name="partner">The property that leads back, and its description.</param>
    /// <param name="foreignKey">The columns of the source that hold the key of the target, in the order of that key.</param>
    public static FeedRelation Between(
        FeedSet source, (string Name, string Description) name, FeedSet target, (string Name, string Description) partner,
        params ReadOnlySpan<string> foreignKey)
    {
        var columns = new List<FeedColumn>();
        foreach (var column in foreignKey)
        {
            columns.Add(source.Column(column));
        }

        var join = columns.Zip(target.Key).ToList();
        return new(
            new(name.Name, source, target, join, name.Description) { Nullable = columns.Exists(column => column.Nullable) },
            new(partner.Name, target, source, [.. join.Select(pair => (pair.Second, pair.First))], partner.Description) { IsCollection = true });
    }
}
