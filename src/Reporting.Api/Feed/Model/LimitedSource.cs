using Reporting.Domain.Secrecy;

namespace Reporting.Api.Feed.Model;

/// <summary>
/// The rows of a set that are of the territories an audience is limited to, before anything filters, follows or adds up.
/// What is of no territory in particular is everybody's.
/// </summary>
internal static class LimitedSource
{
    private const string Territory = "Territory";

    public static SourceRows For(FeedSet set, SourceRows all, Audience audience)
    {
        if (audience.Territories is not { } territories || set.Columns.All(column => column.Stored != Territory))
        {
            return all;
        }

        string[] span = all.HasSpans ? ["l.FromAt", "l.UntilAt"] : [];
        var columns = set.Columns.Select(column => $"l.{column.Stored}").Concat(span);
        return all with
        {
            Name = $"(SELECT {string.Join(", ", columns)} FROM {all.Name} l WHERE l.{Territory} IN ({string.Join(", ", territories.Select(Literal))}))",
        };
    }

    // Digits alone, whatever a key's territories were.
    private static string Literal(string siren) =>
        siren.All(char.IsAsciiDigit) ? $"'{siren}'" : throw new ArgumentException("A SIREN is of digits.", nameof(siren));
}
