using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Api.Access;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Domain.Catalogue;

namespace Reporting.Api.Catalogue;

internal static class CatalogueEndpoints
{
    public static void MapCatalogue(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1").RequireAuthorization(Policies.AnyRole).WithTags("Catalogue").ProducesSignInProblems();
        group.MapGet("/axes", () => TypedResults.Ok(Axis.All.Select(AxisAnswer.From)))
            .WithName("ListerAxes").WithSummary("Les quatre axes du Pacte des solidarités.");
        group.MapGet("/indicateurs", () => TypedResults.Ok(Indicators.All.Select(IndicatorAnswer.From)))
            .WithName("ListerIndicateurs").WithSummary("Les 20 indicateurs nationaux, avec les règles de décompte de chacun.");
        group.MapGet("/indicateurs/{code}", Find)
            .WithName("LireIndicateur").WithSummary("Un indicateur national et ses règles de décompte.").ProducesProblems(404);
    }

    private static Results<Ok<IndicatorAnswer>, Problem> Find(string code) =>
        Indicators.Find(code) is { } indicator
            ? TypedResults.Ok(IndicatorAnswer.From(indicator))
            : Problem.NotFound("Il n'y a pas d'indicateur national de ce code.");
}
