using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Feed.Requests;

/// <summary>Reads a path segment by segment: each says more exactly what the ones before it designate.</summary>
internal static class PathReader
{
    // Each navigation costs a statement.
    private const int MostNavigations = 5;

    public static Resource Read(ODataPath path) => path.ToArray() switch
    {
        [] => new Resource.ServiceDocument(),
        [MetadataSegment] => new Resource.Metadata(),
        [EntitySetSegment set, .. var rest] =>
            rest.Aggregate((Resource)new Resource.Collection(FeedSets.Named(set.Identifier)), Next),
        _ => throw NotImplemented(),
    };

    /// <summary>References to what a path designates.</summary>
    public static Resource References(Resource to) => to switch
    {
        Resource.Collection all => all with { AsReferences = true },
        Resource.Entity one => one with { AsReference = true },
        _ => throw FeedException.NotFound("Seules des lignes ont des références."),
    };

    private static Resource Next(Resource at, ODataPathSegment segment) => (at, segment) switch
    {
        (Resource.Collection all, KeySegment key) => new Resource.Entity(all.Set, Key(all.Set, key), all.From),
        (Resource.Collection all, CountSegment) => new Resource.CollectionCount(all.Set, all.From),
        (Resource.Entity one, NavigationPropertySegment step) => Follow(one, FeedRelations.Navigation(one.Set, step.NavigationProperty.Name)),
        (Resource.Entity one, PropertySegment property) => new Resource.Property(one, one.Set.Column(property.Identifier)),
        (Resource.Property property, ValueSegment) => new Resource.PropertyValue(property.Of, property.Column),
        _ => throw NotImplemented(),
    };

    private static Resource Follow(Resource.Entity entity, FeedNavigation navigation)
    {
        var from = new Resource.Origin(entity, navigation);
        return from.Depth > MostNavigations ? throw FeedException.TooComplex()
            : navigation.IsCollection ? new Resource.Collection(navigation.Target, from)
            : new Resource.Entity(navigation.Target, [], from);
    }

    private static IReadOnlyList<object> Key(FeedSet set, KeySegment key)
    {
        var values = key.Keys.ToDictionary(pair => pair.Key, pair => pair.Value);
        return values.Count == set.KeyLength
            ? [.. set.Key.Select(column => values[column.Name])]
            : throw FeedException.Malformed("La clé est incomplète.");
    }

    private static FeedException NotImplemented() => FeedException.NotImplemented("Ce chemin");
}
