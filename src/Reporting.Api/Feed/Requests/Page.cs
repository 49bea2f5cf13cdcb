using System.Globalization;
using Reporting.Api.Feed.Sql;

namespace Reporting.Api.Feed.Requests;

/// <summary>One page of the rows that a query asks for.</summary>
internal sealed record Page(SetQuery Query, PageSize Size)
{
    public long Rows => Math.Min(Query.Top ?? Size.Rows, Size.Rows);

    /// <summary>How many rows to read: one more than the page holds tells whether another page follows.</summary>
    public long Take => Query.Top <= Size.Rows ? Rows : Rows + 1;

    public static Page Of(SetQuery query, QueryOptions options, Preferences preferences)
    {
        var token = options["$skiptoken"] is { } text ? SkipToken.Decode(text, query, options) : null;
        return new(query with { After = token?.Row }, PageSize.Of(preferences, token?.PageSize));
    }

    public string NextLink(FeedRequest request, IReadOnlyList<object?> last)
    {
        var token = new SkipToken(Size.Rows, last).Encode(Query, request.Options);
        var options = request.Options.Except("$top", "$skip", "$skiptoken").ToList();
        if (Query.Top is { } top)
        {
            options.Add(string.Create(CultureInfo.InvariantCulture, $"$top={top - Rows}"));
        }

        return $"{request.Root}{Query.Set.Name}?{string.Join('&', options.Append($"$skiptoken={token}"))}";
    }
}
