using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Reporting.Domain.Territories;

namespace Reporting.Api.Territories;

[Description("Un territoire tel qu'il doit être inscrit au registre.")]
internal sealed record TerritoryBody
{
    [JsonPropertyName("nom"), StringLength(200, MinimumLength = 1), Description("Nom officiel.")]
    public required string Name { get; init; }

    [JsonPropertyName("nature"), StringLength(10, MinimumLength = 1), Description("METRO, CU, CA, CC, COMMUNE ou DEPT.")]
    public required string Nature { get; init; }

    [JsonPropertyName("codeInsee"), StringLength(5, MinimumLength = 5), Description("Code de la commune, pour une commune.")]
    public string? InseeCode { get; init; }

    [JsonPropertyName("departement"), StringLength(3, MinimumLength = 2), Description("Code du département.")]
    public required string Department { get; init; }

    [JsonPropertyName("region"), StringLength(3, MinimumLength = 2), Description("Code de la région.")]
    public required string Region { get; init; }

    [JsonPropertyName("population"), Description("Population municipale.")]
    public required int Population { get; init; }

    [JsonPropertyName("signataireDepuis"), Description("Première année dont une remontée est due.")]
    public required int SignatorySince { get; init; }

    [JsonPropertyName("signataireJusqua"), Description("Dernière année, s'il y en a une.")]
    public int? SignatoryUntil { get; init; }

    [JsonPropertyName("fusionneDans"), StringLength(9, MinimumLength = 9), Description("SIREN du territoire qui lui succède après sa dernière année.")]
    public string? MergedInto { get; init; }

    [JsonPropertyName("contenuDans"), StringLength(9, MinimumLength = 9), Description("SIREN du territoire signataire qui l'entoure.")]
    public string? Container { get; init; }

    [JsonPropertyName("aCompterDu"), Description("Le jour où la modification a pris effet ; les années de signature peuvent être à venir.")]
    public required DateOnly EffectiveOn { get; init; }

    public Territory ToTerritory(string siren) => new(
        siren, InseeCode, Name, Nature, Department, Region, Population, SignatorySince, SignatoryUntil, MergedInto);
}
