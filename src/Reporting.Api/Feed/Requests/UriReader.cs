using Microsoft.OData;
using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql;

namespace Reporting.Api.Feed.Requests;

/// <summary>Reads a URL against the model: the resource, then what its options ask of it.</summary>
internal sealed class UriReader
{
    private readonly FeedRequest _request;
    private readonly ODataUriParser _parser;

    public UriReader(FeedRequest request)
    {
        _request = request;
        _parser = Parse("L'URL est mal formée.", () => new ODataUriParser(FeedModel.Instance, request.Root, request.Url)
        {
            UrlKeyDelimiter = ODataUrlKeyDelimiter.Parentheses,
            EnableNoDollarQueryOptions = false,
        });
    }

    public Resource Resource()
    {
        var first = Uri.UnescapeDataString(_request.Path).Split('/', '(')[0];
        if (first is "$crossjoin" or "$all" or "$entity" or "$query")
        {
            throw FeedException.NotImplemented($"La ressource {first}");
        }

        return Path().ToArray() switch
        {
            [] => new Resource.ServiceDocument(),
            [MetadataSegment] => new Resource.Metadata(),
            [EntitySetSegment set] => new Resource.Collection(FeedSets.Named(set.Identifier)),
            [EntitySetSegment set, CountSegment] => new Resource.CollectionCount(FeedSets.Named(set.Identifier)),
            [EntitySetSegment set, KeySegment key] => Entity(FeedSets.Named(set.Identifier), key),
            [EntitySetSegment set, KeySegment key, PropertySegment property] => Property(FeedSets.Named(set.Identifier), key, property),
            [EntitySetSegment set, KeySegment key, PropertySegment property, ValueSegment] =>
                PropertyValue(FeedSets.Named(set.Identifier), key, property),
            _ => throw FeedException.NotImplemented("Ce chemin"),
        };
    }

    public SetQuery CollectionQuery(FeedSet set) => EntityQuery(set) with
    {
        Filter = Option("$filter", _parser.ParseFilter)?.Expression,
        Order = Order(set),
        Values = new(_parser.ParameterAliasNodes.AsReadOnly(), _request.Now),
        Top = Option("$top", _parser.ParseTop),
        Skip = Option("$skip", _parser.ParseSkip) ?? 0,
        Count = Option("$count", _parser.ParseCount) ?? false,
    };

    public SetQuery EntityQuery(FeedSet set)
    {
        var items = Option("$select", _parser.ParseSelectAndExpand)?.SelectedItems.ToArray() ?? [];
        return items.Length == 0 || items.Any(item => item is WildcardSelectItem)
            ? new SetQuery(set, _request.Reading)
            : new SetQuery(set, _request.Reading) { Columns = [.. items.Select(item => Selected(set, item))], Selected = true };
    }

    private static FeedColumn Selected(FeedSet set, SelectItem item) =>
        item is PathSelectItem { SelectedPath.FirstSegment: PropertySegment property, HasOptions: false }
            ? set.Column(property.Identifier)
            : throw FeedException.NotImplemented("Cette forme de $select");

    private static Resource.Entity Entity(FeedSet set, KeySegment key)
    {
        var values = key.Keys.ToDictionary(pair => pair.Key, pair => pair.Value);
        return new(set, [.. set.Key.Select(column => values[column.Name])]);
    }

    private static Resource.Property Property(FeedSet set, KeySegment key, PropertySegment property) =>
        new(Entity(set, key), set.Column(property.Identifier));

    private static Resource.PropertyValue PropertyValue(FeedSet set, KeySegment key, PropertySegment property) =>
        new(Entity(set, key), set.Column(property.Identifier));

    private SortColumn[] Order(FeedSet set)
    {
        var order = new List<SortColumn>();
        for (var clause = Option("$orderby", _parser.ParseOrderBy); clause is not null; clause = clause.ThenBy)
        {
            var column = clause.Expression is SingleValuePropertyAccessNode property ? set.Column(property.Property.Name) : null;
            order.Add(column is { Sortable: true }
                ? new(column, clause.Direction is OrderByDirection.Descending)
                : throw FeedException.NotImplemented("Ce tri"));
        }

        // The key makes the order total, which paging needs; a column sorts only once.
        return [.. order.Concat(set.Key.Select(column => new SortColumn(column, false))).DistinctBy(sort => sort.Column)];
    }

    private ODataPath Path()
    {
        try
        {
            return Parse("Le chemin de l'URL est mal formé.", _parser.ParsePath);
        }
        catch (ODataUnrecognizedPathException)
        {
            throw FeedException.NotFound("Cette ressource n'existe pas. Le document de service donne la liste des jeux de données.");
        }
    }

    private static T Option<T>(string name, Func<T> parse) => Parse(FeedException.MalformedOption(name).Message, parse);

    private static T Parse<T>(string refusal, Func<T> parse)
    {
        try
        {
            return parse();
        }
        // The library meets a list behind an alias with an ArgumentNullException.
        catch (Exception error) when (error is ODataException and not ODataUnrecognizedPathException or OverflowException or ArgumentNullException)
        {
            throw FeedException.Malformed(refusal);
        }
    }
}
