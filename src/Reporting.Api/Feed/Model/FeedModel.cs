using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;
using Microsoft.OData.Edm.Vocabularies.V1;
using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Model;

/// <summary>The entity data model of the feed.</summary>
internal static class FeedModel
{
    public const string Namespace = "Reporting";

    public static readonly IEdmModel Instance = Of(new FeedSettings().ExpandLevels);

    /// <summary>The model as expressions see it: behind a navigation that may lead nowhere, whatever there is may be null.</summary>
    public static readonly IEdmModel OfExpressions = Build(new FeedSettings().ExpandLevels, nullable: true);

    /// <summary>The model of a feed that expands so many levels.</summary>
    public static IEdmModel Of(int expandLevels) => Build(expandLevels, nullable: false);

    private static EdmModel Build(int expandLevels, bool nullable)
    {
        var model = new EdmModel();
        var container = new EdmEntityContainer(Namespace, "Flux");
        model.AddElement(container);
        var sets = FeedSets.All.ToDictionary(set => set, set => container.AddEntitySet(set.Name, AddEntity(model, set, nullable)));
        foreach (var relation in FeedRelations.All)
        {
            EdmNavigations.Add(model, sets, relation);
        }

        foreach (var (set, entitySet) in sets)
        {
            model.Describe(entitySet, set.Description);
            if (Search.Columns(set).Any())
            {
                model.Annotate(entitySet, CoreVocabularyModel.LongDescriptionTerm, new EdmStringConstant(Searched(set)));
            }

            Capabilities.Annotate(model, entitySet, set, expandLevels);
        }

        Capabilities.Annotate(model, container);
        AddReferences(model);
        return model;
    }

    private static string Searched(FeedSet set) =>
        "$search cherche, sans tenir compte de la casse ni des accents, dans : "
        + string.Join(", ", Search.Columns(set).Select(column => column.Name)) + ".";

    private static EdmEntityType AddEntity(EdmModel model, FeedSet set, bool nullable)
    {
        var entity = new EdmEntityType(Namespace, set.Entity);
        foreach (var column in set.Columns)
        {
            var property = entity.AddStructuralProperty(column.Name, column.Type.ToEdm(nullable || column.Nullable));
            model.Describe(property, column.Description);
            if (column.UnitPath is { } unit)
            {
                model.Annotate(property, MeasuresVocabulary.Unit, new EdmPathExpression(unit.Split('/')));
            }

            if (set.Key.Contains(column))
            {
                entity.AddKeys(property);
            }
        }

        model.AddElement(entity);
        return entity;
    }

    /// <summary>Of the vocabularies used, those that readers have built in: a strict one refuses a document that refers to another.</summary>
    private static void AddReferences(EdmModel model) => model.SetEdmReferences(
    [
        Reference("Core", "Org.OData.Core.V1"),
        Reference("Capabilities", "Org.OData.Capabilities.V1"),
    ]);

    private static EdmReference Reference(string alias, string vocabulary)
    {
        var reference = new EdmReference(
            new Uri($"https://oasis-tcs.github.io/odata-vocabularies/vocabularies/{vocabulary}.xml"));
        reference.AddInclude(new EdmInclude(alias, vocabulary));
        return reference;
    }

    public static void Describe(this EdmModel model, IEdmVocabularyAnnotatable target, string description) =>
        model.Annotate(target, CoreVocabularyModel.DescriptionTerm, new EdmStringConstant(description));

    public static void Annotate(this EdmModel model, IEdmVocabularyAnnotatable target, IEdmTerm term, IEdmExpression value)
    {
        var annotation = new EdmVocabularyAnnotation(target, term, value);
        annotation.SetSerializationLocation(model, EdmVocabularyAnnotationSerializationLocation.Inline);
        model.AddVocabularyAnnotation(annotation);
    }
}
