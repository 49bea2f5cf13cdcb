using System.ComponentModel;
using System.Security.Claims;
using Reporting.Api.Access;
using Reporting.Api.Instants;
using Reporting.Api.Limits;
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
            .ReadsHeavily()
            .WithName("ExporterResultats")
            .WithSummary("Tous les résultats en vigueur, une ligne par territoire, année et indicateur.")
            .WithDescription("Point-virgule, virgule décimale et marque UTF-8 pour Excel ; « format=strict » pour la RFC 4180.")
            .Produces<string>(200, "text/csv")
            .ProducesProblems(400, 404);

    private static async Task<IResult> ResultsAsync(
        [Description("L'année ; toutes à défaut.")] int? annee,
        [Description("« excel » (par défaut) ou « strict ».")] string? format,
        [Description(AsOf.Description)] string? au,
        ClaimsPrincipal user, Audiences audiences, CampaignStore campaigns, TerritoryStore territories, FigureStore figures,
        TimeProvider time, CancellationToken cancel)
    {
        if (CsvFormat.Named(format) is not { } csv)
        {
            return CsvFormat.Unknown;
        }

        var (at, refusal) = AsOf.Read(au, time);
        if (refusal is not null)
        {
            return refusal;
        }

        var years = (await campaigns.AllAsync(at, cancel)).Select(campaign => campaign.Year)
            .Where(year => annee is null || annee == year).ToList();
        if (years is [])
        {
            return Problem.NotFound("Il n'y a pas de campagne pour cette année.");
        }

        var registry = (await territories.AllAsync(at, cancel)).ToDictionary(territory => territory.Siren);
        var rows = new List<(int Year, Figure Figure)>();
        foreach (var year in years)
        {
            rows.AddRange((await figures.OfYearAsync(year, at, audiences.Of(user), cancel)).Select(figure => (year, figure)));
        }

        return new CsvAnswer(
            csv, $"resultats{annee}.csv", ResultTable.Columns,
            rows.Select(row => ResultTable.Row(row.Year, row.Figure, registry[row.Figure.Territory], csv.Numbers)));
    }
}
