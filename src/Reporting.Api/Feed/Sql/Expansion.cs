using Reporting.Api.Feed.Model;

namespace Reporting.Api.Feed.Sql;

/// <summary>The row that a single-valued navigation leads to, given within the row that it is followed from.</summary>
/// <param name="Navigation">The navigation.</param>
/// <param name="Query">What is asked of the row.</param>
internal sealed record Expansion(FeedNavigation Navigation, SetQuery Query)
{
    /// <summary>The column that tells by its value whether there is a row, in a result where the query's own begin at <paramref name="start"/>.</summary>
    public int Witness(int start) => start + Query.Fetched.ToList().IndexOf(Query.Set.Key[0]);
}
