using System.Globalization;
using Reporting.Api.Feed.Sql;

namespace Reporting.Api.Feed.Requests;

/// <summary>One page of the rows that a query asks for.</summary>
internal sealed record Page(SetQuery Query, PageSize Size, LinkSeal Seal)
{
    /// <summary>What the link to this page carried; null for a first page.</summary>
    public SkipToken? Token { get; private init; }

    public long Rows => Math.Min(Query.Top ?? Size.Rows, Size.Rows);

    /// <summary>How many rows to read: one more than the page holds tells whether another page follows.</summary>
    public long Take => Query.Top <= Size.Rows ? Rows : Rows + 1;

    /// <summary>Whether another page follows if more rows do.</summary>
    public bool MayContinue => Take > Rows;

    /// <param name="query">The query.</param>
    /// <param name="request">The request that asks for it.</param>
    /// <param name="preferences">What the client would like.</param>
    /// <param name="settings">The limits.</param>
    /// <param name="seal">The seal of next links.</param>
    public static Page Of(SetQuery query, FeedRequest request, Preferences preferences, FeedSettings settings, LinkSeal seal)
    {
        if (request.Options["$skiptoken"] is not { } text)
        {
            return new(query, SizeOf(query, preferences, null, settings), seal);
        }

        var opened = seal.Open(text, request.Path, request.Options) ?? throw SkipToken.Invalid();
        var token = SkipToken.Of(opened, query.Order);
        return new(query with { After = token.Row }, SizeOf(query, preferences, token.PageSize, settings), seal) { Token = token };
    }

    private static PageSize SizeOf(SetQuery query, Preferences preferences, int? previous, FeedSettings settings) =>
        query.HasCollections
            ? PageSize.Of(preferences, previous, settings.ExpandedPage)
            : PageSize.Of(preferences, previous ?? (query.IsWholeBeforePage ? PageSize.Largest : null));

    /// <exception cref="InvalidOperationException">The set has outgrown its one page while this was read.</exception>
    public string NextLink(FeedRequest request, IReadOnlyList<object?> last)
    {
        var at = request.Reading.At ?? throw new InvalidOperationException("Rows were written beyond a page that was to hold all.");
        var repeated = request.Options.Except("$top", "$skip", "$skiptoken").ToList();
        if (Query.Top is { } top)
        {
            repeated.Add(string.Create(CultureInfo.InvariantCulture, $"$top={top - Rows}"));
        }

        var options = string.Concat(repeated.Select(option => option + '&'));
        var token = Seal.Close(new SkipToken(Size.Rows, at, request.Now, last).ToBytes(), request.Path, new QueryOptions(options));
        return $"{request.Root}{request.Path}?{options}$skiptoken={token}";
    }
}
