using Reporting.Api.Feed.Model;

namespace Reporting.Api.Feed.Requests;

/// <summary>What the path of a URL designates.</summary>
internal abstract record Resource
{
    public sealed record ServiceDocument : Resource;

    public sealed record Metadata : Resource;

    /// <param name="Set">The set that the rows are of.</param>
    /// <param name="From">What they are reached from; null for the whole set.</param>
    public sealed record Collection(FeedSet Set, Origin? From = null) : Resource
    {
        /// <summary>Whether only references to the rows are asked for.</summary>
        public bool AsReferences { get; init; }
    }

    public sealed record CollectionCount(FeedSet Set, Origin? From) : Resource;

    /// <param name="Set">The set that the entity is in.</param>
    /// <param name="Key">The values of its key; none when it is the only one reached.</param>
    /// <param name="From">What it is reached from; null when its key alone tells.</param>
    public sealed record Entity(FeedSet Set, IReadOnlyList<object> Key, Origin? From) : Resource
    {
        /// <summary>Whether only a reference to it is asked for.</summary>
        public bool AsReference { get; init; }
    }

    public sealed record Property(Entity Of, FeedColumn Column) : Resource;

    public sealed record PropertyValue(Entity Of, FeedColumn Column) : Resource;

    /// <summary>An entity whose navigation property is followed.</summary>
    public sealed record Origin(Entity Entity, FeedNavigation Navigation)
    {
        public int Depth => 1 + (Entity.From?.Depth ?? 0);
    }
}
