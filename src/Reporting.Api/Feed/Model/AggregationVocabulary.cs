using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Vocabularies;

namespace Reporting.Api.Feed.Model;

/// <summary>What the feed says in the vocabulary of aggregation, which the library does not have.</summary>
internal static class AggregationVocabulary
{
    private const string Namespace = "Org.OData.Aggregation.V1";

    public static readonly EdmTerm ApplySupported =
        new(Namespace, "ApplySupported", new EdmComplexTypeReference(new EdmComplexType(Namespace, "ApplySupportedType"), isNullable: true));
}
