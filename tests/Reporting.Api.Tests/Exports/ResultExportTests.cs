using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Reporting.Api.Exports;
using Reporting.Api.Tests.Dashboards;

namespace Reporting.Api.Tests.Exports;

public sealed class ResultExportTests(TwoCampaigns campaigns) : IClassFixture<TwoCampaigns>
{
    private const string Families = "Nombre de familles précaires avec enfants ayant bénéficié d'actions d'aller vers et/ou d'accompagnement dans la parentalité";
    private const string Posts = "Nombre d'ETP de chargé de mission en renfort de la CCAPEX remplissant les fonctions définies dans le référentiel";
    private const string Trained = "Nombre de professionnels formés aux actions de levée des freins sociaux (illettrisme, mobilité, etc.)";

    [Fact]
    public async Task Excel_gets_a_byte_order_mark_semicolons_and_decimal_commas()
    {
        var bytes = await BytesAsync("?annee=2025");
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(
            [
                "annee;siren;territoire;departement;region;axe;indicateur;libelle;unite;cible;valeur;borne_basse;valeur_comparable;taux_realisation;etat;statut;confidentialite;fictif",
                $"2025;200054807;Métropole d'Aix-Marseille-Provence;13;93;enfance;ENF-1;{Families};famille;300;250;250;250;0,8333;deposee;p;;non",
                $"2025;211300553;Marseille;13;93;enfance;ENF-1;{Families};famille;100;90;90;90;0,9;deposee;p;;non",
                $"2025;243500139;Rennes Métropole;35;53;droits;DRO-4;{Posts};etp;1,5;1,25;1,25;1,25;0,8333;deposee;p;;non",
                $"2025;243500139;Rennes Métropole;35;53;emploi;EMP-2;{Trained};professionnel;10;12;12;12;1,2;deposee;p;;non",
                $"2025;243500139;Rennes Métropole;35;53;enfance;ENF-1;{Families};famille;200;160;100;150;0,8;deposee;bep;;non",
                "",
            ],
            Encoding.UTF8.GetString(bytes[3..]).Split("\r\n"));
    }

    [Fact]
    public async Task The_strict_format_has_commas_points_quotes_and_no_mark()
    {
        var lines = Encoding.UTF8.GetString(await BytesAsync("?annee=2025&format=strict")).Split("\r\n");
        Assert.StartsWith("annee,siren,territoire,", lines[0]);
        Assert.Equal($"2025,243500139,Rennes Métropole,35,53,droits,DRO-4,{Posts},etp,1.5,1.25,1.25,1.25,0.8333,deposee,p,,non", lines[3]);
        Assert.Equal($"2025,243500139,Rennes Métropole,35,53,emploi,EMP-2,\"{Trained}\",professionnel,10,12,12,12,1.2,deposee,p,,non", lines[4]);
    }

    [Fact]
    public async Task Without_a_year_every_campaign_is_there()
    {
        var lines = Encoding.UTF8.GetString(await BytesAsync("?format=strict")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        // Four figures for 2024, five for 2025.
        Assert.Equal(4, lines.Count(line => line.StartsWith("2024,", StringComparison.Ordinal)));
        Assert.Equal(5, lines.Count(line => line.StartsWith("2025,", StringComparison.Ordinal)));
        Assert.Equal(10, lines.Length);
    }

    [Fact]
    public async Task The_rows_add_up_to_the_totals_of_the_dashboard()
    {
        var rows = Encoding.UTF8.GetString((await BytesAsync("?annee=2025"))[3..])
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';')).ToList();
        var totals = (await campaigns.DashboardAsync("national/2025")).GetProperty("axes").EnumerateArray()
            .SelectMany(axis => axis.GetProperty("indicateurs").EnumerateArray())
            .Where(indicator => indicator.GetProperty("territoiresComptes").GetInt32() > 0)
            .Select(indicator => (indicator.GetProperty("code").GetString()!, indicator.GetProperty("valeur").GetDecimal()));
        Assert.Equal(
            totals.Order(),
            rows.GroupBy(row => row[6]).Select(same => (same.Key, same.Sum(row => decimal.Parse(row[10], CultureInfo.GetCultureInfo("fr-FR"))))).Order());
    }

    [Fact]
    public async Task The_file_has_a_name_and_a_type()
    {
        using var client = await campaigns.ClientAsync();
        using var answer = await client.GetAsync(new Uri("/v1/exports/resultats.csv?annee=2025", UriKind.Relative));
        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("resultats2025.csv", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
    }

    [Theory]
    [InlineData("?annee=2023", HttpStatusCode.NotFound)]
    [InlineData("?annee=abc", HttpStatusCode.BadRequest)]
    [InlineData("?format=xml", HttpStatusCode.BadRequest)]
    [InlineData("?format=", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_exported_is_a_problem(string query, HttpStatusCode status)
    {
        using var client = await campaigns.ClientAsync();
        using var answer = await client.GetAsync(new Uri($"/v1/exports/resultats.csv{query}", UriKind.Relative));
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.NotEmpty(problem.RootElement.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task A_year_that_is_no_number_is_said_to_be_unreadable()
    {
        using var client = await campaigns.ClientAsync();
        using var answer = await client.GetAsync(new Uri("/v1/exports/resultats.csv?annee=abc", UriKind.Relative));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("La requête ou l'un de ses paramètres est illisible.", problem.RootElement.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_metropole_may_not_export_the_nation()
    {
        using var client = await campaigns.ClientAsync("metropole", TwoCampaigns.Rennes);
        using var answer = await client.GetAsync(new Uri("/v1/exports/resultats.csv", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public void A_field_is_quoted_only_where_its_format_needs_it()
    {
        string[] fields = ["a;b", "c,d", "e \"f\"", "g\nh", "i"];
        Assert.Equal("\"a;b\";c,d;\"e \"\"f\"\"\";\"g\nh\";i\r\n", CsvFormat.Excel.Line(fields));
        Assert.Equal("a;b,\"c,d\",\"e \"\"f\"\"\",\"g\nh\",i\r\n", CsvFormat.Strict.Line(fields));
    }

    private async Task<byte[]> BytesAsync(string query)
    {
        using var client = await campaigns.ClientAsync();
        return await client.GetByteArrayAsync(new Uri($"/v1/exports/resultats.csv{query}", UriKind.Relative));
    }
}
