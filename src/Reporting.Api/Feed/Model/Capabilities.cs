using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Vocabularies;
using Microsoft.OData.Edm.Vocabularies.V1;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Requests.Apply;
using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Model;

/// <summary>What the feed can and cannot do, as clients such as Power Query read it.</summary>
internal static class Capabilities
{
    private const string Vocabulary = "Org.OData.Capabilities.V1.";

    public static void Annotate(EdmModel model, EdmEntityContainer container)
    {
        model.Annotate(container, CoreVocabularyModel.Instance.FindTerm("Org.OData.Core.V1.ODataVersions"), new EdmStringConstant(ProtocolVersion.Answered));
        Set(model, container, "ConformanceLevel", Level("Minimal"));
        Set(model, container, "SupportedFormats", Strings("application/json;odata.metadata=minimal",
            "application/json;odata.metadata=full", "application/json;odata.metadata=none"));
        Set(model, container, "FilterFunctions", Strings([.. Conditions.Searches, .. Functions.Names]));
        Set(model, container, "BatchSupported", Flag(true));
        Set(model, container, "BatchSupport", Batches());
        foreach (var absent in (string[])["AsynchronousRequestsSupported", "CrossJoinSupported",
            "KeyAsSegmentSupported", "QuerySegmentSupported"])
        {
            Set(model, container, absent, Flag(false));
        }
    }

    public static void Annotate(EdmModel model, EdmEntitySet entitySet, FeedSet set, int expandLevels)
    {
        Set(model, entitySet, "TopSupported", Flag(true));
        Set(model, entitySet, "SkipSupported", Flag(true));
        Set(model, entitySet, "IndexableByKey", Flag(true));
        Set(model, entitySet, "ComputeSupported", Flag(true));
        Set(model, entitySet, "SelectSupport", Record("Supported", true));
        Set(model, entitySet, "CountRestrictions", Record("Countable", true));
        Set(model, entitySet, "FilterFunctions", Strings([.. Conditions.Searches, .. Functions.Names]));
        Set(model, entitySet, "FilterRestrictions", Record("Filterable", true));
        Set(model, entitySet, "SortRestrictions", Sorting(set));
        Set(model, entitySet, "ExpandRestrictions", new EdmRecordExpression(
            new EdmPropertyConstructor("Expandable", Flag(true)),
            new EdmPropertyConstructor("MaxLevels", new EdmIntegerConstant(expandLevels))));
        Set(model, entitySet, "SearchRestrictions", Record("Searchable", Search.Columns(set).Any()));
        model.Annotate(entitySet, AggregationVocabulary.ApplySupported, new EdmRecordExpression(
            new EdmPropertyConstructor("Transformations", Strings([.. ApplyReader.Transformations])),
            new EdmPropertyConstructor("From", Flag(false))));
        Set(model, entitySet, "InsertRestrictions", Record("Insertable", false));
        Set(model, entitySet, "UpdateRestrictions", Record("Updatable", false));
        Set(model, entitySet, "DeleteRestrictions", Record("Deletable", false));
    }

    private static void Set(EdmModel model, IEdmVocabularyAnnotatable target, string term, IEdmExpression value) =>
        model.Annotate(target, model.FindTerm(Vocabulary + term), value);

    private static EdmRecordExpression Sorting(FeedSet set) => new(
        new EdmPropertyConstructor("Sortable", Flag(true)),
        new EdmPropertyConstructor("NonSortableProperties", new EdmCollectionExpression(
            from column in set.Columns where !column.Sortable select new EdmPropertyPathExpression(column.Name))));

    private static EdmRecordExpression Batches() => new(
        new EdmPropertyConstructor("Supported", Flag(true)),
        new EdmPropertyConstructor("ContinueOnErrorSupported", Flag(true)),
        new EdmPropertyConstructor("ReferencesInRequestBodiesSupported", Flag(false)),
        new EdmPropertyConstructor("ReferencesAcrossChangeSetsSupported", Flag(false)),
        new EdmPropertyConstructor("EtagReferencesSupported", Flag(false)),
        new EdmPropertyConstructor("RequestDependencyConditionsSupported", Flag(false)),
        new EdmPropertyConstructor("SupportedFormats", Strings("application/json", "multipart/mixed")));

    private static EdmRecordExpression Record(string property, bool value) =>
        new(new EdmPropertyConstructor(property, Flag(value)));

    private static EdmBooleanConstant Flag(bool value) => new(value);

    private static EdmCollectionExpression Strings(params string[] values) =>
        new(values.Select(value => new EdmStringConstant(value)));

    private static EdmEnumMemberExpression Level(string name) => new(
        ((IEdmEnumType)CapabilitiesVocabularyModel.Instance.FindDeclaredType(Vocabulary + "ConformanceLevelType"))
        .Members.Single(member => member.Name == name));
}
