namespace Reporting.Api.Feed.Model;

/// <summary>Columns as an object has them: those whose names are paths stand in the object that the path leads to.</summary>
/// <param name="Name">The last segment of the path.</param>
/// <param name="Column">The column; null for an object.</param>
/// <param name="Ordinal">The place of the column among all.</param>
/// <param name="Parts">What an object holds.</param>
internal sealed record PropertyTree(string Name, FeedColumn? Column, int Ordinal, IReadOnlyList<PropertyTree> Parts)
{
    public static IReadOnlyList<PropertyTree> Of(IReadOnlyList<FeedColumn> columns) =>
        Level([.. columns.Select((column, ordinal) => (column.Name.Split('/'), column, ordinal))], 0);

    /// <summary>The names as a context URL lists them.</summary>
    public override string ToString() => Column is null ? $"{Name}({string.Join(',', Parts)})" : Name;

    private static IReadOnlyList<PropertyTree> Level(IReadOnlyList<(string[] Path, FeedColumn Column, int Ordinal)> columns, int depth) =>
    [
        .. from column in columns
           group column by column.Path[depth] into same
           let first = same.First()
           select first.Path.Length == depth + 1
               ? new PropertyTree(same.Key, first.Column, first.Ordinal, [])
               : new PropertyTree(same.Key, null, 0, Level([.. same], depth + 1)),
    ];
}
