using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Requests.Apply;
using Reporting.Api.Feed.Sql;
using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Requests;

/// <summary>What the options in the parentheses of $expand ask of the rows led to, but for $select and $expand.</summary>
internal static class ExpandOptions
{
    public static SetQuery Single(Reading reading, FeedNavigation navigation, ExpandedReferenceSelectItem item, RequestValues values) =>
        item is { FilterOption: null, SearchOption: null, OrderByOption: null, TopOption: null, SkipOption: null, CountOption: null }
            ? Begin(reading, navigation, item, values)
            : throw FeedException.Malformed($"{navigation.Name} ne mène qu'à une ligne : seules $select, $expand, $compute et $levels s'y appliquent.");

    public static SetQuery Collection(Reading reading, FeedNavigation navigation, ExpandedReferenceSelectItem item, RequestValues values)
    {
        var query = Begin(reading, navigation, item, values);
        return Chosen(query, item) with
        {
            Order = new ColumnReader(query.Set, reading, query.Values).Order(item.OrderByOption),
            Top = item.TopOption,
            Skip = item.SkipOption ?? 0,
            Count = item.CountOption ?? false,
        };
    }

    public static SetQuery Count(Reading reading, FeedNavigation navigation, ExpandedCountSelectItem item, RequestValues values) =>
        Chosen(new(navigation.Target, reading) { Values = values }, item);

    private static SetQuery Begin(Reading reading, FeedNavigation navigation, ExpandedReferenceSelectItem item, RequestValues values)
    {
        if (item.ApplyOption is not null)
        {
            throw FeedException.NotImplemented("$apply dans $expand");
        }

        var computing = new ApplyReader(reading, values);
        var computed = computing.Computed(new(navigation.Target, [], values), item.ComputeOption?.ComputedItems ?? []);
        return new(navigation.Target, reading) { Columns = [.. navigation.Target.Columns, .. computed.Computed], Values = computed };
    }

    private static SetQuery Chosen(SetQuery query, ExpandedReferenceSelectItem item) => query with
    {
        Filters = item.FilterOption is { } filter ? [filter.Expression] : [],
        Search = item.SearchOption?.Expression,
    };
}
