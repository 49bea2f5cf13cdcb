using System.Text.Json;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Reporting.Api.Feed.Model;

/// <summary>One property of the feed and the column of its set's source that it is read from.</summary>
internal sealed record FeedColumn(string Name, FeedType Type, string Stored, string Description)
{
    private const int LongestSortableText = 400;

    public bool Nullable { get; init; }

    /// <summary>What it is computed from where it is no column of the set's source.</summary>
    public SingleValueNode? Expression { get; init; }

    /// <summary>Whether the model does not have it.</summary>
    public bool Dynamic { get; init; }

    /// <summary>The path, from its row, of the property that names the unit that it counts; null where it counts nothing.</summary>
    public string? UnitPath { get; init; }

    /// <summary>What it gives away; a column that gives anything away may be null.</summary>
    public Secret Secret { get; init; }

    /// <summary>Whether a null of it may stand for a value that is withheld.</summary>
    public bool Withholds => Secret is not (Secret.None or Secret.Status);

    /// <summary>A next link carries the values that rows are sorted by, and has to stay short enough to be followed.</summary>
    public bool Sortable => Type.Size <= LongestSortableText;

    /// <summary>The type that a client could not tell from the JSON value, nor from the model.</summary>
    public string? Annotation => Dynamic && Type.Kind is not (EdmPrimitiveTypeKind.String or EdmPrimitiveTypeKind.Boolean)
        ? $"#{Type.Kind}"
        : null;

    public JsonEncodedText JsonName { get; } = JsonEncodedText.Encode(Name);
}
