using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Sql;

namespace Reporting.Api.Feed.Writing;

/// <summary>The fragment of a context URL: the set, and the properties when $select narrows them.</summary>
internal static class ContextUrl
{
    public static string OfCollection(SetQuery query) =>
        $"#{query.Set.Name}" + (query.Selected ? $"({string.Join(',', query.Columns.Select(column => column.Name))})" : "");

    public static string OfEntity(SetQuery query) => OfCollection(query) + "/$entity";

    public static string OfProperty(Resource.Property property) =>
        $"#{EntityId.Of(property.Of.Set, property.Of.Key)}/{property.Column.Name}";
}
