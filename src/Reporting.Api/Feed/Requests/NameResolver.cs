using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Reporting.Api.Feed.Requests;

/// <summary>Finds what a URL names: the words of OData in any case, as version 4.01 has it, and the model's own as they are.</summary>
internal sealed class NameResolver : ODataUriResolver
{
    public override bool EnableCaseInsensitive => true;

    public override bool EnableNoDollarQueryOptions => true;

    public override IEdmNavigationSource ResolveNavigationSource(IEdmModel model, string identifier) =>
        model.FindDeclaredNavigationSource(identifier);

    public override IEdmProperty ResolveProperty(IEdmStructuredType type, string propertyName) => type.FindProperty(propertyName);

    public override IEdmSchemaType ResolveType(IEdmModel model, string typeName) => model.FindType(typeName);

    public override IEnumerable<KeyValuePair<string, object>> ResolveKeys(
        IEdmEntityType type, IDictionary<string, string> namedValues, Func<IEdmTypeReference, string, object> convertFunc) =>
        namedValues.Keys.All(name => type.FindProperty(name) is not null)
            ? base.ResolveKeys(type, namedValues, convertFunc)
            : throw new ODataException("The key has no such part.");
}
