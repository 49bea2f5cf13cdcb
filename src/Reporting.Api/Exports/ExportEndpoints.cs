using System.ComponentModel;
using Reporting.Api.Access;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Domain.Totals;
using Reporting.Store.Campaigns;
using Reporting.Store.Registry;
using Reporting.Store.Totals;

namespace Reporting.Api.Exports;

internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder app) =>
        app.MapGroup("/v1/exports").WithTags("Exports").ProducesSignInProblems()
            .MapGet("/resultats.csv", ResultsAsync)
            .RequireAuthorization(Policies.ReadNation)
            .WithName("ExporterResultats")
            .WithSummary("Tous les résultats en vigueur, une ligne par territoire, année et indicateur.")
            .WithDescription("Point-virgule, virgule décimale et marque UTF-8 pour Excel ; « format=strict » pour la RFC 4180.")
            .Produces<string>(200, "text/csv")
            .ProducesProblems(400, 404);

    private static async Task<IResult> ResultsAsync(
        [Description("L'année ; toutes à défaut.")] int? annee,
        [Description("« excel » (par défaut) ou « strict ».")] string? format,
        HttpContext http, CampaignStore campaigns, TerritoryStore territories, FigureStore figures, CancellationToken cancel)
    {
        if (Format(format) is not { } csv)
        {
            return new Problem(ProblemType.InvalidRequest, "« format » vaut « excel » ou « strict ».");
        }

        var years = (await campaigns.AllAsync(cancel)).Select(campaign => campaign.Year)
            .Where(year => annee is null || annee == year).ToList();
        if (years is [])
        {
            return Problem.NotFound("Il n'y a pas de campagne pour cette année.");
        }

        var registry = (await territories.AllAsync(cancel)).ToDictionary(territory => territory.Siren);
        var rows = new List<(int Year, Figure Figure)>();
        foreach (var year in years)
        {
            rows.AddRange((await figures.OfYearAsync(year, cancel)).Select(figure => (year, figure)));
        }

        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"resultats{annee}.csv\"";
        await using var writer = new StreamWriter(http.Response.Body, csv.Encoding);
        await writer.WriteAsync(csv.Line(ResultTable.Columns));
        foreach (var (year, figure) in rows)
        {
            await writer.WriteAsync(csv.Line(ResultTable.Row(year, figure, registry[figure.Territory], csv.Numbers)));
        }

        return Results.Empty;
    }

    private static CsvFormat? Format(string? name) => name switch
    {
        null or "excel" => CsvFormat.Excel,
        "strict" => CsvFormat.Strict,
        _ => null,
    };
}
