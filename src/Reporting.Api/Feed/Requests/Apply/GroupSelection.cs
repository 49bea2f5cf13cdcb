using Reporting.Api.Feed.Model;

namespace Reporting.Api.Feed.Requests.Apply;

/// <summary>$select among the columns of groups, by a path or the beginning of one, which the library does not read.</summary>
internal static class GroupSelection
{
    public static IReadOnlyList<FeedColumn> Read(string? text, IReadOnlyList<FeedColumn> columns) => text is null
        ? columns
        : [.. text.Split(',', StringSplitOptions.TrimEntries).SelectMany(path => Named(path, columns)).Distinct()];

    private static IReadOnlyList<FeedColumn> Named(string path, IReadOnlyList<FeedColumn> columns)
    {
        if (path.Contains('(', StringComparison.Ordinal))
        {
            throw FeedException.NotImplemented("Cette forme de $select");
        }

        var named = columns.Where(column => path is "*" || column.Name == path || column.Name.StartsWith($"{path}/", StringComparison.Ordinal)).ToList();
        return named.Count > 0 ? named : throw FeedException.MalformedOption("$select");
    }
}
