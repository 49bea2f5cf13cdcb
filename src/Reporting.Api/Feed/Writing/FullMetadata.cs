using System.Data.Common;
using System.Text.Json;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql;

namespace Reporting.Api.Feed.Writing;

/// <summary>
/// What odata.metadata=full adds to an entity: its type, its URL below the service root, to read and not to edit, and the
/// types that JSON does not tell.
/// </summary>
internal sealed class FullMetadata(Utf8JsonWriter json, DbDataReader rows, SetQuery query, int start)
{
    private readonly int[] _key = [.. query.Set.Key.Select(column => start + query.Fetched.ToList().IndexOf(column))];

    public void WriteEntity()
    {
        json.WriteString("@odata.type", $"#{FeedModel.Namespace}.{query.Set.Entity}");
        WriteId();
        json.WriteString("@odata.readLink", Id());
    }

    public void WriteId() => json.WriteString("@odata.id", Id());

    public void WriteProperty(FeedColumn column, int ordinal)
    {
        if (!column.Type.IsToldByJson && !rows.IsDBNull(ordinal))
        {
            json.WriteString($"{column.Name}@odata.type", $"#{column.Type.Kind}");
        }
    }

    /// <summary>Writes the links of the navigation properties that are asked for and not expanded.</summary>
    public void WriteLinks()
    {
        foreach (var navigation in FeedRelations.Of(query.Set)
            .Where(navigation => !query.Expands(navigation) && (!query.Selected || query.Links.Contains(navigation.Name))))
        {
            WriteLinks(navigation);
        }
    }

    public void WriteLinks(FeedNavigation navigation)
    {
        json.WriteString($"{navigation.Name}@odata.associationLink", $"{Id()}/{navigation.Name}/$ref");
        json.WriteString($"{navigation.Name}@odata.navigationLink", $"{Id()}/{navigation.Name}");
    }

    private string Id() => EntityId.Of(query.Set, [.. _key.Select(rows.GetValue)]);
}
