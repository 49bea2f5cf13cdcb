using System.Globalization;
using System.Text;

namespace Reporting.Api.Tests.Feed;

internal sealed record GeneratedRow(
    int Year, string Territory, string Indicator, decimal? Target, decimal Value, decimal? Rate,
    bool Estimated, string? Comment, DateTimeOffset DepositedAt, bool Fictitious)
{
    public string Key => $"{Year} {Territory} {Indicator}";
}

/// <summary>Rows of few distinct values, so that filters meet ties, nulls and each other.</summary>
internal static class GeneratedRows
{
    public static readonly string[] Texts = ["", "a", "A", "ab", "%", "_", "é", "b'a", "ENF-1", "243300316", "[a-z]"];

    public static readonly DateTimeOffset[] Instants =
    [
        new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero),
        new(2025, 3, 1, 0, 0, 0, 1, TimeSpan.Zero),
        new(2025, 12, 31, 23, 59, 59, 999, TimeSpan.Zero),
    ];

    private static readonly string[] Territories = ["200054807", "211300553", "243300316", "246700488"];
    private static readonly string[] Indicators = ["ENF-1", "EMP-1"];
    private static readonly decimal?[] Targets = [null, 0, 0.5m, 1, 1.5m, 2];
    private static readonly decimal?[] Rates = [null, 0, 0.5m, 1];
    private static readonly string?[] Comments = [null, null, .. Texts];

    public static readonly IReadOnlyList<GeneratedRow> All = Generate();

    public static string Script { get; } = FeedData.Dimensions + Write();

    private static List<GeneratedRow> Generate()
    {
        var random = new Random(20250301);
        return
        [
            .. from year in Enumerable.Range(2010, 16)
               from territory in Territories
               let depositedAt = Instants[random.Next(Instants.Length)]
               let fictitious = random.Next(3) == 0
               from indicator in Indicators
               select new GeneratedRow(
                   year, territory, indicator, Targets[random.Next(Targets.Length)], random.Next(5) / 2m,
                   Rates[random.Next(Rates.Length)], random.Next(2) == 0, Comments[random.Next(Comments.Length)],
                   depositedAt, fictitious),
        ];
    }

    private static string Write()
    {
        var sql = new StringBuilder();
        foreach (var year in All.Select(row => row.Year).Distinct().Where(year => year < 2024))
        {
            sql.AppendLine(Line($"INSERT INTO Campaign VALUES ({year}, '2025-02-28T23:00:00.000Z', '2025-03-31T22:00:00.000Z');"));
        }

        foreach (var r in All.DistinctBy(row => (row.Year, row.Territory)))
        {
            var at = r.DepositedAt.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
            sql.AppendLine(Line($"INSERT INTO ReturnVersion VALUES ({r.Year}, '{r.Territory}', 1, '{at}', 'essai', 'd', '1', {(r.Fictitious ? 1 : 0)}, '', '');"));
            sql.AppendLine(Line($"INSERT INTO ReturnEvent VALUES ({r.Year}, '{r.Territory}', 1, 1, 'deposee', '{at}', 'essai');"));
        }

        foreach (var r in All)
        {
            sql.AppendLine(Line(
                $"INSERT INTO ReturnLine VALUES ({r.Year}, '{r.Territory}', 1, '{r.Indicator}', {Sql(r.Target)}, {r.Value}, {r.Value}, {r.Value}, {r.Value}, {Sql(r.Rate)}, {(r.Estimated ? 1 : 0)}, 0, 0, NULL, {Sql(r.Comment)});"));
        }

        return sql.ToString();
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);

    private static string Sql(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "NULL";

    private static string Sql(string? value) => value is null ? "NULL" : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
