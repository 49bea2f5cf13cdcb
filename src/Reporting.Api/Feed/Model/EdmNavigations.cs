using Microsoft.OData.Edm;

namespace Reporting.Api.Feed.Model;

/// <summary>Writes a relation into the entity data model: two partners, bound to their sets, of which neither contains the other.</summary>
internal static class EdmNavigations
{
    public static void Add(EdmModel model, IReadOnlyDictionary<FeedSet, EdmEntitySet> sets, FeedRelation relation)
    {
        var (one, many) = (relation.ToOne, relation.ToMany);
        var (source, target) = (sets[one.Source], sets[one.Target]);
        var property = ((EdmEntityType)source.EntityType).AddBidirectionalNavigation(
            WithForeignKey(Info(one, target), one, source.EntityType), Info(many, source));
        source.AddNavigationTarget(property, target);
        target.AddNavigationTarget(property.Partner, source);
        model.Describe(property, one.Description);
        model.Describe(property.Partner, many.Description);
    }

    private static EdmNavigationPropertyInfo Info(FeedNavigation navigation, EdmEntitySet target) => new()
    {
        Name = navigation.Name,
        Target = target.EntityType,
        TargetMultiplicity = navigation.IsCollection ? EdmMultiplicity.Many
            : navigation.Nullable ? EdmMultiplicity.ZeroOrOne : EdmMultiplicity.One,
    };

    // A key that may be missing constrains nothing.
    private static EdmNavigationPropertyInfo WithForeignKey(EdmNavigationPropertyInfo info, FeedNavigation navigation, IEdmEntityType source)
    {
        if (!navigation.Nullable)
        {
            info.DependentProperties = [.. navigation.Join.Select(pair => (IEdmStructuralProperty)source.FindProperty(pair.Source.Name))];
            info.PrincipalProperties = [.. navigation.Join.Select(pair => (IEdmStructuralProperty)info.Target.FindProperty(pair.Target.Name))];
        }

        return info;
    }
}
