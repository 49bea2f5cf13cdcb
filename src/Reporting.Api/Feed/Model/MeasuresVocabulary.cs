using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Vocabularies;

namespace Reporting.Api.Feed.Model;

/// <summary>What the feed says in the vocabulary of measures, which the library does not have.</summary>
internal static class MeasuresVocabulary
{
    public static readonly EdmTerm Unit =
        new("Org.OData.Measures.V1", "Unit", EdmCoreModel.Instance.GetString(isNullable: true));
}
