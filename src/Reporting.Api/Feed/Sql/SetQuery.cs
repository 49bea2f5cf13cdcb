using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Sql;

/// <summary>What one request asks of one set.</summary>
internal sealed record SetQuery(FeedSet Set, Reading Reading)
{
    public IReadOnlyList<FeedColumn> Columns { get; init; } = Set.Columns;

    /// <summary>True when $select narrows the columns, which the context URL then tells.</summary>
    public bool Selected { get; init; }

    /// <summary>Whether nothing but the URL of each row is asked for.</summary>
    public bool IsReference { get; private init; }

    /// <summary>The same rows, of which nothing but the URLs is asked for.</summary>
    public SetQuery References => this with { Columns = [], IsReference = true };

    /// <summary>The navigation properties that $select names: what shows of them is their links, if links are shown.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>The single rows that are given within each row.</summary>
    public IReadOnlyList<Expansion> Expanded { get; init; } = [];

    /// <summary>The collections of rows that are given within each row.</summary>
    public IReadOnlyList<ExpandedCollection> Collections { get; init; } = [];

    /// <summary>Whether collections are given within each row, or within a row that is.</summary>
    public bool HasCollections => AllCollections.Any();

    public bool Expands(FeedNavigation navigation) => Expanded.Any(expansion => expansion.Navigation == navigation)
        || Collections.Any(collection => collection.Navigation == navigation);

    /// <summary>The collections on all levels.</summary>
    public IEnumerable<ExpandedCollection> AllCollections => Collections
        .Concat(Collections.SelectMany(collection => collection.Query.AllCollections))
        .Concat(Expanded.SelectMany(expansion => expansion.Query.AllCollections));

    public RequestValues Values { get; init; } = RequestValues.None;

    public IReadOnlyList<SingleValueNode> Filters { get; init; } = [];

    public QueryNode? Search { get; init; }

    public IReadOnlyList<SortColumn> Order { get; init; } = [.. Set.Key.Select(column => new SortColumn(column, false))];

    /// <summary>Whether every row is read before the first page, so that each page costs as much as all of them.</summary>
    public bool IsWholeBeforePage => Set.Grouping is not null || !Order.SequenceEqual(Set.Key.Select(column => new SortColumn(column, false)));

    public long? Top { get; init; }

    public long Skip { get; init; }

    public bool Count { get; init; }

    /// <summary>The values of the key, for a single entity.</summary>
    public IReadOnlyList<object>? Key { get; init; }

    /// <summary>The columns whose values what the rows are reached from decides.</summary>
    public IReadOnlyList<(FeedColumn Column, object Value)> Within { get; init; } = [];

    /// <summary>The columns to read: those asked for, then those that a next link needs.</summary>
    public IReadOnlyList<FeedColumn> Fetched => [.. Columns.Union(Order.Select(sort => sort.Column))];

    /// <summary>How many columns are read in all, those of expansions too.</summary>
    private int Width => Fetched.Count + Expanded.Sum(expansion => expansion.Query.Width);

    /// <summary>Where the columns of each expansion begin, in a result where those of this query begin at <paramref name="start"/>.</summary>
    public IEnumerable<(Expansion Expansion, int Start)> Placed(int start)
    {
        var at = start + Fetched.Count;
        foreach (var expansion in Expanded)
        {
            yield return (expansion, at);
            at += expansion.Query.Width;
        }
    }

    /// <summary>The values that the last row of the previous page was sorted by.</summary>
    public IReadOnlyList<object?>? After { get; init; }
}
