using System.Text.RegularExpressions;
using CsCheck;
using Reporting.Api.Feed;
using Reporting.Api.Feed.Sql;
using Reporting.Domain.Secrecy;
using Reporting.Store;

namespace Reporting.Api.Tests.Feed;

/// <summary>The SQL that URLs become, letter for letter.</summary>
public partial class FeedSqlTests
{
    [Theory]
    [InlineData("Axes",
        "SELECT a.Code, a.Label, a.Position FROM Axis a ORDER BY a.Code OFFSET @p0 ROWS FETCH NEXT @p1 ROWS ONLY")]
    [InlineData("Campagnes?$select=Ouverture&$filter=Ouverture ge 2025-01-01T00:00:00%2B01:00&$orderby=Fermeture desc&$top=5",
        "SELECT c.OpensAt, c.ClosesAt, c.Year FROM CampaignInForce c WHERE c.OpensAt >= @p0 "
        + "ORDER BY c.ClosesAt DESC, c.Year OFFSET @p1 ROWS FETCH NEXT @p2 ROWS ONLY")]
    [InlineData("Territoires?$select=Siren&$filter=contains(Nom,'x') and not startswith(Siren,'2') or CodeInsee eq null&$orderby=Nom",
        "SELECT t.Siren, t.Name FROM TerritoryInForce t "
        + "WHERE ((CHARINDEX(@p0, t.Name COLLATE Latin1_General_100_BIN2) > 0 AND NOT (CHARINDEX(@p1, t.Siren) = 1)) OR t.InseeCode IS NULL) "
        + "ORDER BY t.Name COLLATE Latin1_General_100_BIN2 + NCHAR(0), t.Siren OFFSET @p2 ROWS FETCH NEXT @p3 ROWS ONLY")]
    [InlineData("Resultats?$select=Valeur&$filter=Cible ne 1.5 and not (Cible gt Valeur) and Fictif and Provisoire eq false",
        "SELECT r.Value, r.Year, r.Territory, r.Indicator FROM ResultInForce r "
        + "WHERE (NOT ((r.Target = @p0 AND r.Target IS NOT NULL)) AND NOT ((r.Target > r.Value AND r.Target IS NOT NULL AND r.Value IS NOT NULL)) "
        + "AND r.Fictitious = 1 AND r.Provisional = @p1) "
        + "ORDER BY r.Year, r.Territory, r.Indicator OFFSET @p2 ROWS FETCH NEXT @p3 ROWS ONLY")]
    [InlineData("Resultats?$select=Valeur&$filter=contains(Commentaire,'') eq true or 'a' eq 'A'",
        "SELECT r.Value, r.Year, r.Territory, r.Indicator FROM ResultInForce r "
        + "WHERE (CASE WHEN (CHARINDEX(@p0, r.Comment COLLATE Latin1_General_100_BIN2) > 0 OR DATALENGTH(@p0) = 0 "
        + "AND r.Comment COLLATE Latin1_General_100_BIN2 = r.Comment COLLATE Latin1_General_100_BIN2) THEN 1 ELSE 0 END = 1 "
        + "OR @p2 COLLATE Latin1_General_100_BIN2 = @p1) "
        + "ORDER BY r.Year, r.Territory, r.Indicator OFFSET @p3 ROWS FETCH NEXT @p4 ROWS ONLY")]
    public void A_page_in_T_SQL(string url, string expected)
    {
        Assert.Equal(expected, FeedSql.PageFor(url, Engine.SqlServer));
    }

    [Fact]
    public void A_following_page_starts_after_the_last_row_where_nulls_are_the_lowest()
    {
        var query = FeedSql.QueryFor("Resultats?$select=Annee&$orderby=Cible desc,TauxRealisation,Unite") with
        {
            After = [300.5m, null, "familles", 2024, "243300316", "ENF-1"],
        };
        Assert.Equal(
            "SELECT r.Year, r.Target, r.Rate, r.Unit, r.Territory, r.Indicator FROM ResultInForce r "
            + "WHERE ((r.Target < @p0 OR r.Target IS NULL) OR r.Target = @p0 AND (r.Rate IS NOT NULL OR r.Rate IS NULL AND "
            + "(r.Unit COLLATE Latin1_General_100_BIN2 + NCHAR(0) > @p1 COLLATE Latin1_General_100_BIN2 + NCHAR(0) "
            + "OR r.Unit COLLATE Latin1_General_100_BIN2 + NCHAR(0) = @p1 COLLATE Latin1_General_100_BIN2 + NCHAR(0) AND "
            + "(r.Year > @p2 OR r.Year = @p2 AND (r.Territory > @p3 OR r.Territory = @p3 AND r.Indicator > @p4))))) "
            + "ORDER BY r.Target DESC, r.Rate, r.Unit COLLATE Latin1_General_100_BIN2 + NCHAR(0), r.Year, r.Territory, r.Indicator "
            + "OFFSET @p5 ROWS FETCH NEXT @p6 ROWS ONLY",
            SqlBuilder.Page(query, 10, Engine.SqlServer).Text);
    }

    [Fact]
    public void A_path_to_another_set_joins_it_once_and_loses_no_row()
    {
        Assert.Equal(
            "SELECT r.Value, r.Year, r.Territory, r.Indicator FROM ResultInForce r "
            + "LEFT JOIN TerritoryInForce t1 ON t1.Siren = r.Territory "
            + "LEFT JOIN Indicator i2 ON i2.Code = r.Indicator LEFT JOIN Axis a3 ON a3.Code = i2.Axis "
            + "WHERE (t1.Population > @p0 AND a3.Position > @p1 AND t1.SignatorySince < @p2) "
            + "ORDER BY r.Year, r.Territory, r.Indicator OFFSET @p3 ROWS FETCH NEXT @p4 ROWS ONLY",
            FeedSql.PageFor(
                "Resultats?$select=Valeur&$filter=DimensionTerritoire/Population gt 5 and DimensionIndicateur/DimensionAxe/Ordre gt 2 "
                + "and DimensionTerritoire/SignataireDepuis lt 2026", Engine.SqlServer));
    }

    [Fact]
    public void A_page_and_the_rows_within_are_one_statement_which_joins_each_but_once()
    {
        Assert.Equal(
            "SELECT r.Value, r.Year, r.Territory, r.Indicator, i1.Label, i1.Code, a2.Position, a2.Code FROM ResultInForce r "
            + "LEFT JOIN Indicator i1 ON i1.Code = r.Indicator LEFT JOIN Axis a2 ON a2.Code = i1.Axis "
            + "WHERE i1.Position > @p0 ORDER BY r.Year, r.Territory, r.Indicator OFFSET @p1 ROWS FETCH NEXT @p2 ROWS ONLY",
            FeedSql.PageFor(
                "Resultats?$select=Valeur&$expand=DimensionIndicateur($select=Libelle;$expand=DimensionAxe($select=Ordre))&$filter=DimensionIndicateur/Ordre gt 1",
                Engine.SqlServer));
    }

    [Fact]
    public void Rows_within_several_rows_are_one_statement_which_numbers_those_of_each()
    {
        Assert.Equal(
            [
                "SELECT ranked.Place, ranked.Column0, ranked.Column1, ranked.Column2, ranked.Column3 FROM (SELECT parent.Place, r.Value AS Column0, r.Year AS Column1, "
                + "r.Territory AS Column2, r.Indicator AS Column3, ROW_NUMBER() OVER (PARTITION BY parent.Place ORDER BY r.Value DESC, r.Year, r.Territory, r.Indicator) AS Nth "
                + "FROM (SELECT 0 AS Place, @p1 AS Key0 UNION ALL SELECT 1 AS Place, @p2 AS Key0) parent "
                + "JOIN ResultInForce r ON r.Territory = parent.Key0 COLLATE Latin1_General_100_BIN2 WHERE r.Year > @p0) ranked "
                + "WHERE ranked.Nth > @p3 AND ranked.Nth <= @p4 ORDER BY ranked.Place, ranked.Nth OFFSET @p5 ROWS FETCH NEXT @p6 ROWS ONLY",
                "SELECT parent.Place, COUNT(*) FROM (SELECT 0 AS Place, @p1 AS Key0 UNION ALL SELECT 1 AS Place, @p2 AS Key0) parent "
                + "JOIN ResultInForce r ON r.Territory = parent.Key0 COLLATE Latin1_General_100_BIN2 WHERE r.Year > @p0 GROUP BY parent.Place",
            ],
            FeedSql.NestedFor("Territoires?$expand=Resultats($select=Valeur;$filter=Annee gt 2023;$orderby=Valeur desc)", Engine.SqlServer));
    }

    [Fact]
    public void What_a_reader_may_not_know_it_does_not_learn_from_within()
    {
        var sql = FeedSql.PageFor("Contributions?$expand=Resultat", Engine.SqlServer, Audience.Readers());
        Assert.Contains("InValue", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("JOIN ResultInForce r1 ON", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instant_of_the_past_is_read_from_what_stood_then_in_every_set()
    {
        var query = FeedSql.QueryFor("Resultats?$select=Valeur&$filter=DimensionTerritoire/Population gt 5 and DimensionIndicateur/Ordre gt 2")
            with
        { Reading = new(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), Audience.Everything) };
        Assert.Equal(
            "SELECT COUNT(*) FROM ResultHistory r "
            + "LEFT JOIN TerritoryHistory t1 ON t1.Siren = r.Territory AND t1.FromAt <= @p0 AND (t1.UntilAt IS NULL OR t1.UntilAt > @p0) "
            + "LEFT JOIN Indicator i2 ON i2.Code = r.Indicator "
            + "WHERE r.FromAt <= @p0 AND (r.UntilAt IS NULL OR r.UntilAt > @p0) AND (t1.Population > @p1 AND i2.Position > @p2)",
            SqlBuilder.Count(query, Engine.SqlServer).Text);
    }

    [Fact]
    public void An_instant_of_which_everything_stands_still_is_read_from_what_stands()
    {
        var query = FeedSql.QueryFor("Resultats?$filter=DimensionTerritoire/Population gt 5")
            with
        { Reading = new(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), Audience.Everything) { Stands = true } };
        Assert.Equal(
            "SELECT COUNT(*) FROM ResultInForce r LEFT JOIN TerritoryInForce t1 ON t1.Siren = r.Territory WHERE t1.Population > @p0",
            SqlBuilder.Count(query, Engine.SqlServer).Text);
    }

    [Fact]
    public void A_count_and_an_entity()
    {
        var filtered = FeedSql.QueryFor("Resultats?$filter=Annee eq 2024&$top=3&$skip=2");
        Assert.Equal("SELECT COUNT(*) FROM ResultInForce r WHERE r.Year = @p0", SqlBuilder.Count(filtered, Engine.SqlServer).Text);

        var one = FeedSql.QueryFor("Axes?$select=Ordre") with { Key = ["emploi"] };
        Assert.Equal("SELECT a.Position, a.Code FROM Axis a "
            + "WHERE a.Code = @p0", SqlBuilder.Entity(one, Engine.SqlServer).Text);
    }

    [Theory]
    [MemberData(nameof(FeedSql.Representative), MemberType = typeof(FeedSql))]
    public void Every_literal_becomes_a_parameter(string url)
    {
        var sql = FeedSql.PageFor(url, Engine.SqlServer);
        Assert.DoesNotContain("'", sql, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\w)([2-9]|\d{2})", OwnNumbers().Replace(sql, "")); // 0 and 1 are the feed's own too
    }

    [Fact]
    public void Nothing_of_a_URL_but_what_the_model_names_becomes_SQL()
    {
        string[] urls = [.. FeedSql.Representative, .. FeedSql.Nested];
        foreach (var engine in (Engine[])[Engine.SqlServer, Engine.Sqlite])
        {
            var known = urls.SelectMany(url => Statements(url, engine)).SelectMany(Words).ToHashSet();
            var written = 0;
            Gen.Select(Gen.OneOf(urls), DamagedUrls.Edit.List[1, 2]).Sample(
                (url, edits) =>
                {
                    IReadOnlyList<string> statements = [];
                    try
                    {
                        statements = Statements(DamagedUrls.Apply(url, edits), engine);
                    }
                    catch (FeedException)
                    {
                        // refused
                    }

                    written += statements.Count;
                    Assert.All(statements, statement => Assert.Empty(Words(statement).Except(known)));
                },
                iter: 20_000, threads: 1);
            Assert.InRange(written, 500, int.MaxValue);
        }
    }

    [Fact]
    public void SQLite_differs_in_paging_searching_and_collation_only()
    {
        Assert.Equal(
            "SELECT t.Siren, t.Name FROM TerritoryInForce t WHERE instr(t.Name, @p0) > 0 ORDER BY t.Name, t.Siren LIMIT @p2 OFFSET @p1",
            FeedSql.PageFor("Territoires?$select=Siren&$filter=contains(Nom,'x')&$orderby=Nom", Engine.Sqlite));
    }

    private static IReadOnlyList<string> Statements(string url, Engine engine) =>
        FeedSql.IsCollection(url) ? [FeedSql.PageFor(url, engine), .. FeedSql.NestedFor(url, engine)] : [];

    // Each word, and whatever stands between words; of what is numbered, that it is.
    private static IEnumerable<string> Words(string sql) =>
        Tokens().Matches(Numbered().Replace(OwnNumbers().Replace(sql, ""), "$1#")).Select(token => token.Value);

    [GeneratedRegex(@"\w+|[^\w\s]")]
    private static partial Regex Tokens();

    // Parameters, aliases of joined rows, columns and keys of nested rows, places of parents.
    [GeneratedRegex(@"\b(p|[a-z]+|Column|Key|Group|Value)\d+\b")]
    private static partial Regex Numbered();

    // The sizes of types, thousandths of a second, two bytes for each sixteen bits, six decimals of a quotient.
    [GeneratedRegex(@"decimal\(\d+, \d+\)|datetimeoffset\(3\)|nvarchar\(20\)|/ 1000\.0|/ 2\b|, 6\)")]
    private static partial Regex OwnNumbers();
}
