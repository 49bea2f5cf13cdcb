using System.ComponentModel;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Api.Access;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Domain.Territories;
using Reporting.Store.Registry;

namespace Reporting.Api.Territories;

internal static class TerritoryEndpoints
{
    public static void MapTerritories(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1/territoires").RequireAuthorization(Policies.AnyRole).WithTags("Territoires").ProducesSignInProblems();
        group.MapGet("", AllAsync).WithName("ListerTerritoires").WithSummary("Les territoires signataires.");
        group.MapGet("/{siren}", FindAsync).WithName("LireTerritoire").WithSummary("Un territoire signataire.").ProducesProblems(404);
    }

    private static async Task<Ok<IEnumerable<TerritoryAnswer>>> AllAsync(TerritoryStore store, CancellationToken cancel)
    {
        var overlaps = await store.OverlapsAsync(cancel);
        return TypedResults.Ok((await store.AllAsync(cancel)).Select(territory => TerritoryAnswer.From(territory, overlaps)));
    }

    private static async Task<Results<Ok<TerritoryAnswer>, Problem>> FindAsync(
        string siren, TerritoryStore store, CancellationToken cancel) =>
        await store.FindAsync(siren, cancel) is { } territory
            ? TypedResults.Ok(TerritoryAnswer.From(territory, await store.OverlapsAsync(cancel)))
            : Problem.NotFound("Il n'y a pas de territoire signataire de ce SIREN.");
}

[Description("Un territoire signataire d'un contrat local des solidarités.")]
internal sealed record TerritoryAnswer(
    [property: JsonPropertyName("siren"), Description("SIREN, neuf chiffres.")] string Siren,
    [property: JsonPropertyName("codeInsee"), Description("Code de la commune, pour une commune.")] string? InseeCode,
    [property: JsonPropertyName("nom"), Description("Nom officiel.")] string Name,
    [property: JsonPropertyName("nature"), Description("METRO, CU, CA ou COMMUNE.")] string Nature,
    [property: JsonPropertyName("departement"), Description("Code du département.")] string Department,
    [property: JsonPropertyName("region"), Description("Code de la région.")] string Region,
    [property: JsonPropertyName("population"), Description("Population municipale.")] int Population,
    [property: JsonPropertyName("signataireDepuis"), Description("Première année dont une remontée est due.")] int SignatorySince,
    [property: JsonPropertyName("signataireJusqua"), Description("Dernière année, s'il y en a une.")] int? SignatoryUntil,
    [property: JsonPropertyName("contenuDans"), Description("SIREN du territoire signataire qui l'entoure : leurs chiffres peuvent compter les mêmes personnes.")] string? Container)
{
    public static TerritoryAnswer From(Territory territory, IEnumerable<TerritoryOverlap> overlaps) => new(
        territory.Siren, territory.InseeCode, territory.Name, territory.Nature, territory.Department, territory.Region,
        territory.Population, territory.SignatorySince, territory.SignatoryUntil,
        overlaps.FirstOrDefault(overlap => overlap.Contained == territory.Siren)?.Container);
}
