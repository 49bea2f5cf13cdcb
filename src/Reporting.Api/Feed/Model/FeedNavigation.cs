namespace Reporting.Api.Feed.Model;

/// <summary>A way from the rows of one set to those of another, on columns that are equal in both.</summary>
/// <param name="Name">The navigation property.</param>
/// <param name="Source">The set that has it.</param>
/// <param name="Target">The set that it leads to.</param>
/// <param name="Join">The columns of the source and the target that are equal.</param>
/// <param name="Description">What it leads to, in French.</param>
internal sealed record FeedNavigation(
    string Name, FeedSet Source, FeedSet Target, IReadOnlyList<(FeedColumn Source, FeedColumn Target)> Join, string Description)
{
    /// <summary>Whether it leads to any number of rows.</summary>
    public bool IsCollection { get; init; }

    /// <summary>Whether it may lead to no row at all.</summary>
    public bool Nullable { get; init; }
}
