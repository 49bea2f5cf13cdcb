using Reporting.Api.Feed.Model;

namespace Reporting.Api.Feed.Sql;

/// <summary>The rows that a collection-valued navigation leads to, given within each row that it is followed from.</summary>
/// <param name="Navigation">The navigation.</param>
/// <param name="Query">What is asked of the rows.</param>
/// <param name="Options">The same as a query of a URL, but for the rows to take and to skip.</param>
internal sealed record ExpandedCollection(FeedNavigation Navigation, SetQuery Query, string Options)
{
    /// <summary>Whether nothing but the number of the rows is asked for.</summary>
    public bool CountOnly { get; init; }
}
