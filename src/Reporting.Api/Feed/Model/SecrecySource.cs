using System.Globalization;
using Reporting.Api.Dashboards;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Secrecy;

namespace Reporting.Api.Feed.Model;

/// <summary>
/// The rows of a set as an audience may know them: what is withheld from it is null before anything filters, sorts or
/// adds up. Made of names and of one number, the largest count withheld.
/// </summary>
internal static class SecrecySource
{
    // A line without its smallest counts shows nothing.
    private const string Line =
        " LEFT JOIN SmallestCount c ON c.Year = x.Year AND c.Territory = x.Territory AND c.Version = x.Version AND c.Indicator = x.Indicator";

    private static readonly string Posts = string.Join(
        ", ", Indicators.All.Where(indicator => !indicator.CountsPeople).Select(indicator => $"'{indicator.Code}'"));

    public static SourceRows For(FeedSet set, SourceRows exact, Audience audience)
    {
        var secrets = set.Columns.Select(column => column.Secret).Distinct().ToList();
        if (!secrets.Contains(Secret.Status) && (audience.WithheldUpTo is null || secrets is [Secret.None]))
        {
            return exact;
        }

        string[] span = exact.HasSpans ? ["x.FromAt", "x.UntilAt"] : [];
        var columns = set.Columns.Select(column => $"{Sql(column, audience)} AS {column.Stored}").Concat(span);
        var line = audience.WithheldUpTo is not null && secrets.Exists(IsOfLine) ? Line : "";
        return exact with { Name = $"(SELECT {string.Join(", ", columns)} FROM {exact.Name} x{line})" };
    }

    private static bool IsOfLine(Secret secret) => secret is not (Secret.None or Secret.Count or Secret.Text);

    private static string Sql(FeedColumn column, Audience audience)
    {
        var stored = $"x.{column.Stored}";
        return (column.Secret, audience.WithheldUpTo) switch
        {
            (Secret.None, _) => stored,
            (Secret.Status, null) => "CAST(NULL AS varchar(16))",
            (_, null) => stored,
            (Secret.Figure, { } limit) => Where(Above(limit, "InValue"), stored),
            (Secret.LowerBound, { } limit) => Where(Above(limit, "InValue", "InLowerBound"), stored),
            (Secret.ComparableValue, { } limit) => Where(Above(limit, "InValue", "InComparableValue"), stored),
            (Secret.Detail, { } limit) => Where(Above(limit, "InDetail"), stored),
            (Secret.Count, { } limit) => Where($"x.Indicator IN ({Posts}) OR {stored} = 0 OR {stored} > {Number(limit)}", stored),
            (Secret.Text, _) => Where("1 = 0", stored),
            (Secret.Status, { } limit) =>
                $"CASE WHEN NOT ({Above(limit, "InValue")}) THEN '{Confidentiality.Secret}' "
                + $"WHEN NOT ({Above(limit, "InLowerBound", "InComparableValue")}) THEN '{Confidentiality.Partial}' END",
            var (secret, _) => throw new ArgumentOutOfRangeException(nameof(column), secret, null),
        };
    }

    private static string Where(string condition, string stored) => $"CASE WHEN {condition} THEN {stored} END";

    private static string Above(int limit, params string[] counts) => string.Join(" AND ", counts
        .Select(count => $"(c.{count} IS NULL OR c.{count} > {Number(limit)})").Prepend("c.Indicator IS NOT NULL"));

    private static string Number(int limit) => limit.ToString(CultureInfo.InvariantCulture);
}
