using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Feed.Sql.Expressions;

/// <summary>What expressions may name that is the request's own.</summary>
/// <param name="Aliases">What its parameter aliases stand for.</param>
/// <param name="Now">The instant that now() gives.</param>
internal sealed record RequestValues(IReadOnlyDictionary<string, SingleValueNode> Aliases, DateTimeOffset Now)
{
    public static readonly RequestValues None = new(new Dictionary<string, SingleValueNode>(), DateTimeOffset.UnixEpoch);

    /// <summary>The properties that $compute defines.</summary>
    public IReadOnlyList<FeedColumn> Computed { get; init; } = [];
}
