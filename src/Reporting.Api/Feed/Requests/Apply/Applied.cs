using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Requests.Apply;

/// <summary>What $apply makes of a set: rows, those of them that count, and what is computed of each.</summary>
internal sealed record Applied(FeedSet Set, IReadOnlyList<SingleValueNode> Filters, RequestValues Values);
