using System.Globalization;
using Reporting.Api.Dashboards;
using Reporting.Api.Feed.Sql;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Secrecy;
using Reporting.Store;

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

    // What a part leaves of EMP-1 is a count too, which another row tells.
    private static readonly string Parts = string.Join(
        ", ", Indicators.All.Where(indicator => indicator.IsPartOfEmp1).Select(indicator => $"'{indicator.Code}'"));

    public static SourceRows For(FeedSet set, SourceRows exact, Audience audience, Engine engine)
    {
        var secrets = set.Columns.Select(column => column.Secret).Distinct().ToList();
        if (audience.WithheldUpTo is not { } limit || secrets is [Secret.None])
        {
            return exact;
        }

        string[] span = exact.HasSpans ? ["x.FromAt", "x.UntilAt"] : [];
        var columns = set.Columns.Select(column => $"{Sql(column, limit, engine)} AS {column.Stored}").Concat(span);
        var line = secrets.Exists(IsOfLine) ? Line : "";
        return exact with { Name = $"(SELECT {string.Join(", ", columns)} FROM {exact.Name} x{line})" };
    }

    private static bool IsOfLine(Secret secret) => secret is not (Secret.None or Secret.Count or Secret.Text);

    private static string Sql(FeedColumn column, int limit, Engine engine)
    {
        var stored = $"x.{column.Stored}";
        return column.Secret switch
        {
            Secret.None => stored,
            Secret.Figure => Where(Above(limit, "InValue"), stored),
            Secret.LowerBound => Where(Above(limit, "InValue", "InLowerBound"), stored),
            Secret.ComparableValue => Where(Above(limit, "InValue", "InComparableValue"), stored),
            Secret.Detail => Where(Above(limit, "InDetail"), stored),
            Secret.Count => Where($"x.Indicator IN ({Posts}) OR {stored} = 0 OR ({stored} > {Number(limit)} AND x.Indicator NOT IN ({Parts}))", stored),
            Secret.Text => Where("1 = 0", stored),
            Secret.Status => SqlDialect.Of(engine).Ordinal(
                $"CASE WHEN NOT ({Above(limit, "InValue")}) THEN '{Confidentiality.Secret}' "
                + $"WHEN NOT ({Above(limit, "InLowerBound", "InComparableValue")}) THEN '{Confidentiality.Partial}' END"),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column.Secret, null),
        };
    }

    private static string Where(string condition, string stored) => $"CASE WHEN {condition} THEN {stored} END";

    private static string Above(int limit, params string[] counts) => string.Join(" AND ", counts
        .Select(count => $"(c.{count} IS NULL OR c.{count} > {Number(limit)})").Prepend("c.Indicator IS NOT NULL"));

    private static string Number(int limit) => limit.ToString(CultureInfo.InvariantCulture);
}
