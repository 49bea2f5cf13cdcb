namespace Reporting.Api.Feed.Requests;

/// <summary>The query options that OData defines, and which of them go with which resource.</summary>
internal static class SystemOptions
{
    private static readonly string[] Supported =
        ["$select", "$expand", "$filter", "$orderby", "$top", "$skip", "$count", "$search", "$compute", "$apply", "$skiptoken", "$format"];

    private static readonly string[] Unsupported =
        ["$deltatoken", "$id", "$index", "$levels", "$schemaversion"];

    public static IReadOnlyList<string> Of(Resource resource) => resource switch
    {
        Resource.ServiceDocument => ["$format"],
        Resource.Metadata => ["$format"],
        Resource.Collection { AsReferences: true } => ["$filter", "$orderby", "$top", "$skip", "$count", "$search", "$skiptoken", "$format"],
        Resource.Collection => Supported,
        Resource.CollectionCount => ["$filter", "$search", "$apply"],
        Resource.Entity { AsReference: true } => ["$format"],
        Resource.Entity => ["$select", "$expand", "$compute", "$format"],
        Resource.Property => ["$format"],
        Resource.PropertyValue => [],
        var other => throw new NotSupportedException($"No option is known for {other}."),
    };

    /// <summary>An option by its name in version 4.0; a name that is none of OData's stays as it is.</summary>
    public static string NameOf(string written)
    {
        var name = written.ToLowerInvariant();
        return name.StartsWith('$') ? name
            : Supported.Contains($"${name}") || Unsupported.Contains($"${name}") ? $"${name}"
            : written;
    }

    public static void Check(string name)
    {
        if (Unsupported.Contains(name))
        {
            throw FeedException.NotImplemented($"L'option {name}");
        }

        if (!Supported.Contains(name))
        {
            throw FeedException.Malformed($"L'option {name} n'existe pas.");
        }
    }
}
