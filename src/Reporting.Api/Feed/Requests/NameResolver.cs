using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Requests;

/// <summary>
/// Finds what a URL names: the words of OData in any case, as version 4.01 has it, the model's own as they are, in keys
/// what aliases stand for, and a number where one is due that is written as a text.
/// </summary>
internal sealed class NameResolver(QueryOptions options) : ODataUriResolver
{
    public override bool EnableCaseInsensitive => true;

    public override bool EnableNoDollarQueryOptions => true;

    public override IEdmNavigationSource ResolveNavigationSource(IEdmModel model, string identifier) =>
        model.FindDeclaredNavigationSource(identifier);

    public override IEdmProperty ResolveProperty(IEdmStructuredType type, string propertyName) => type.FindProperty(propertyName);

    public override IEdmSchemaType ResolveType(IEdmModel model, string typeName) => model.FindType(typeName);

    public override IEnumerable<KeyValuePair<string, object>> ResolveKeys(
        IEdmEntityType type, IList<string> positionalValues, Func<IEdmTypeReference, string, object> convertFunc) =>
        base.ResolveKeys(type, positionalValues, (part, text) => convertFunc(part, Literal(part, text)));

    public override IEnumerable<KeyValuePair<string, object>> ResolveKeys(
        IEdmEntityType type, IDictionary<string, string> namedValues, Func<IEdmTypeReference, string, object> convertFunc) =>
        namedValues.Keys.All(name => type.FindProperty(name) is not null)
            ? base.ResolveKeys(type, namedValues, (part, text) => convertFunc(part, Literal(part, text)))
            : throw new ODataException("The key has no such part.");

    /// <summary>Takes the text that stands beside a number for the number that it writes.</summary>
    public override void PromoteBinaryOperandTypes(
        BinaryOperatorKind binaryOperatorKind, ref SingleValueNode leftNode, ref SingleValueNode rightNode, out IEdmTypeReference typeReference)
    {
        if (Comparison.Operators.ContainsKey(binaryOperatorKind))
        {
            leftNode = Number(leftNode, rightNode.TypeReference);
            rightNode = Number(rightNode, leftNode.TypeReference);
        }

        base.PromoteBinaryOperandTypes(binaryOperatorKind, ref leftNode, ref rightNode, out typeReference);
    }

    private static SingleValueNode Number(SingleValueNode node, IEdmTypeReference? beside) =>
        node is ConstantNode { Value: string text } && beside is not null && (beside.IsIntegral() || beside.IsDecimal()) ? WrittenNumber.Of(text) ?? node : node;

    private string Literal(IEdmTypeReference part, string text) => text switch
    {
        ['@', ..] => options[text] is { } literal && !literal.StartsWith('@')
            ? Literal(part, literal)
            : throw FeedException.Malformed($"L'alias {text}, dont une clé se sert, n'a pas de valeur."),
        ['\'', .. var number, '\''] when !part.IsString() && WrittenNumber.Of(number) is not null => number,
        _ => text,
    };
}
