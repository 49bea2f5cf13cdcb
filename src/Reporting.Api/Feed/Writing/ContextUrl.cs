using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Sql;

namespace Reporting.Api.Feed.Writing;

/// <summary>The fragment of a context URL: the set, and the properties when $select narrows them.</summary>
internal static class ContextUrl
{
    public static string OfCollection(SetQuery query) =>
        $"#{query.Set.Name}" + (query.Selected ? $"({string.Join(',', query.Columns.Select(column => column.Name).Concat(query.Links))})" : "");

    public static string OfEntity(SetQuery query) => OfCollection(query) + "/$entity";

    public static string OfProperty(Resource.Property property) =>
        $"#{PathOf(property.Of)}/{property.Column.Name}";

    private static string PathOf(Resource.Entity entity) => entity is { Key: [], From: { } from }
        ? $"{PathOf(from.Entity)}/{from.Navigation.Name}"
        : EntityId.Of(entity.Set, entity.Key);
}
