using System.ComponentModel;
using System.Text.Json.Serialization;
using Reporting.Domain.Campaigns;
using Reporting.Domain.Territories;
using Reporting.Store.Registry;

namespace Reporting.Api.Territories;

[Description("Un territoire signataire d'un contrat local des solidarités.")]
internal sealed record TerritoryAnswer(
    [property: JsonPropertyName("siren"), Description("SIREN, neuf chiffres.")] string Siren,
    [property: JsonPropertyName("codeInsee"), Description("Code de la commune, pour une commune.")] string? InseeCode,
    [property: JsonPropertyName("nom"), Description("Nom officiel.")] string Name,
    [property: JsonPropertyName("nature"), Description("METRO, CU, CA, CC, COMMUNE ou DEPT.")] string Nature,
    [property: JsonPropertyName("departement"), Description("Code du département.")] string Department,
    [property: JsonPropertyName("region"), Description("Code de la région.")] string Region,
    [property: JsonPropertyName("population"), Description("Population municipale.")] int Population,
    [property: JsonPropertyName("signataireDepuis"), Description("Première année dont une remontée est due.")] int SignatorySince,
    [property: JsonPropertyName("signataireJusqua"), Description("Dernière année, s'il y en a une.")] int? SignatoryUntil,
    [property: JsonPropertyName("fusionneDans"), Description("SIREN du territoire qui lui succède après sa dernière année.")] string? MergedInto,
    [property: JsonPropertyName("contenuDans"), Description("SIREN du territoire signataire qui l'entoure : leurs chiffres peuvent compter les mêmes personnes.")] string? Container)
{
    public static TerritoryAnswer From(Territory territory, IEnumerable<TerritoryOverlap> overlaps) =>
        From(territory, overlaps.FirstOrDefault(overlap => overlap.Contained == territory.Siren)?.Container);

    public static TerritoryAnswer From(Territory territory, string? container) => new(
        territory.Siren, territory.InseeCode, territory.Name, territory.Nature, territory.Department, territory.Region,
        territory.Population, territory.SignatorySince, territory.SignatoryUntil, territory.MergedInto, container);
}

[Description("Une version d'un territoire au registre.")]
internal sealed record TerritoryVersionAnswer(
    [property: JsonPropertyName("version"), Description("Numéro de version, à partir de 1.")] int Version,
    [property: JsonPropertyName("aCompterDu"), Description("Le jour où elle a pris effet ; absent pour le registre officiel d'origine.")] DateOnly? EffectiveOn,
    [property: JsonPropertyName("enregistreLe"), Description("Quand elle a été inscrite ; absent pour le registre officiel d'origine.")] DateTimeOffset? RecordedAt,
    [property: JsonPropertyName("enregistrePar"), Description("Par qui ; pour la DGCS seule.")] string? RecordedBy,
    [property: JsonPropertyName("territoire"), Description("Le territoire tel qu'elle l'inscrit.")] TerritoryAnswer Territory)
{
    /// <param name="stored">The version.</param>
    /// <param name="namesAuthor">Whether whoever reads it may know who wrote it.</param>
    public static TerritoryVersionAnswer From(StoredTerritory stored, bool namesAuthor) => new(
        stored.Version, stored.EffectiveOn, stored.RecordedAt is { } at ? ParisTime.Of(at) : null,
        namesAuthor ? stored.RecordedBy : null, TerritoryAnswer.From(stored.Territory, stored.Container));
}
