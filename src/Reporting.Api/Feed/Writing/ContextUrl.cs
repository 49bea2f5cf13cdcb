using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Sql;

namespace Reporting.Api.Feed.Writing;

/// <summary>The fragment of a context URL: the set, and the properties when $select narrows them.</summary>
internal static class ContextUrl
{
    public static string OfCollection(SetQuery query) =>
        query.IsReference ? "#Collection($ref)" : $"#{query.Set.Name}{Selection(query)}";

    public static string OfEntity(SetQuery query) =>
        query.IsReference ? "#$ref" : $"{OfCollection(query)}/$entity";

    /// <param name="property">The property.</param>
    /// <param name="key">The key of the entity that it is of.</param>
    public static string OfProperty(Resource.Property property, IReadOnlyList<object> key) =>
        $"#{EntityId.Of(property.Of.Set, key)}/{property.Column.Name}";

    // What is expanded whole is not told: clients of version 4.0 take the empty parentheses of 4.01 for an error.
    private static string Selection(SetQuery query)
    {
        var expanded = query.Expanded.Select(expansion => (expansion.Navigation, expansion.Query))
            .Concat(query.Collections.Where(collection => !collection.CountOnly).Select(collection => (collection.Navigation, collection.Query)))
            .ToDictionary(expansion => expansion.Navigation.Name, expansion => Selection(expansion.Query));
        string[] names =
        [
            .. query.Selected ? PropertyTree.Of(query.Columns).Select(property => property.ToString()) : [],
            .. query.Links.Where(link => expanded.GetValueOrDefault(link, "").Length == 0),
            .. expanded.Where(nested => nested.Value.Length > 0).Select(nested => nested.Key + nested.Value),
        ];
        return names.Length == 0 ? "" : $"({string.Join(',', names)})";
    }
}
