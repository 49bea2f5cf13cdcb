using Reporting.Api.Feed.Model;

namespace Reporting.Api.Feed.Requests;

/// <summary>What the path of a URL designates.</summary>
internal abstract record Resource
{
    public sealed record ServiceDocument : Resource;

    public sealed record Metadata : Resource;

    public sealed record Collection(FeedSet Set) : Resource;

    public sealed record CollectionCount(FeedSet Set) : Resource;

    public sealed record Entity(FeedSet Set, IReadOnlyList<object> Key) : Resource;

    public sealed record Property(Entity Of, FeedColumn Column) : Resource;

    public sealed record PropertyValue(Entity Of, FeedColumn Column) : Resource;
}
