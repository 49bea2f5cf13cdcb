using System.ComponentModel;
using System.Text.Json.Serialization;
using Reporting.Domain.Campaigns;
using Reporting.Domain.Returns;
using Reporting.Store.Returns;

namespace Reporting.Api.Returns;

[Description("Les versions d'une remontée.")]
internal sealed record VersionsAnswer(
    [property: JsonPropertyName("annee"), Description("L'année que les chiffres décrivent.")] int Year,
    [property: JsonPropertyName("territoire"), Description("SIREN du territoire.")] string Territory,
    [property: JsonPropertyName("enVigueur"), Description("La version comptée dans les totaux, s'il y en a une.")] int? InForce,
    [property: JsonPropertyName("enAttente"), Description("La version déposée qui attend sa revue, s'il y en a une.")] int? Awaiting,
    [property: JsonPropertyName("versions"), Description("Les versions, la première d'abord.")] IReadOnlyList<VersionAnswer> Versions)
{
    public static VersionsAnswer From(int year, string territory, IEnumerable<VersionHeader> headers, ReturnLife life) => new(
        year,
        territory,
        life.InForce?.Version,
        life.Awaiting?.Version,
        [.. headers.Select(header => VersionAnswer.From(header, life))]);
}

[Description("Une version, sans son contenu.")]
internal sealed record VersionAnswer(
    [property: JsonPropertyName("version"), Description("Numéro de version, à partir de 1.")] int Version,
    [property: JsonPropertyName("enregistreLe"), Description("Quand elle a été enregistrée.")] DateTimeOffset RecordedAt,
    [property: JsonPropertyName("enregistrePar"), Description("Par qui.")] string RecordedBy,
    [property: JsonPropertyName("versionRegles"), Description("Version des règles qui l'ont comptée.")] string RuleVersion,
    [property: JsonPropertyName("empreinte"), Description("SHA-256 du document canonique : deux versions de même contenu ont la même.")] string Digest,
    [property: JsonPropertyName("recomptageDe"), Description("La version dont le contenu est recompté, quand c'en est un recomptage.")] int? RecountOf,
    [property: JsonPropertyName("fictif"), Description("true pour des données d'exemple, qui ne décrivent personne.")] bool? Fictitious,
    [property: JsonPropertyName("etat"), Description("brouillon, deposee, validee ou renvoyee.")] string State,
    [property: JsonPropertyName("evenements"), Description("Ce qui lui est arrivé, dans l'ordre.")] IReadOnlyList<VersionEventAnswer> Events)
{
    public static VersionAnswer From(VersionHeader header, ReturnLife life)
    {
        var events = life.Events.Where(entry => entry.Version == header.Version).ToList();
        return new(
            header.Version, ParisTime.Of(header.RecordedAt), header.RecordedBy, header.RuleVersion, header.Digest,
            events.Select(entry => entry.RecountOf).FirstOrDefault(of => of is not null),
            header.Fictitious ? true : null,
            events[^1].State.ToCode(),
            [.. events.Select(VersionEventAnswer.From)]);
    }
}

[Description("Un changement d'état.")]
internal sealed record VersionEventAnswer(
    [property: JsonPropertyName("etat"), Description("L'état atteint.")] string State,
    [property: JsonPropertyName("le"), Description("Quand.")] DateTimeOffset At,
    [property: JsonPropertyName("par"), Description("Par qui.")] string? Actor,
    [property: JsonPropertyName("revue"), Description("Ce qu'a dit le relecteur, pour une revue.")] ReviewAnswer? Review)
{
    public static VersionEventAnswer From(ReturnEvent entry) => new(
        entry.State.ToCode(), ParisTime.Of(entry.At), entry.Actor,
        entry.Review is null ? null : ReviewAnswer.From(entry.Review));
}

[Description("Ce qu'a dit le relecteur.")]
internal sealed record ReviewAnswer(
    [property: JsonPropertyName("role"), Description("commissaire ou dgcs.")] string Role,
    [property: JsonPropertyName("commentaire"), Description("Son commentaire.")] string? Comment,
    [property: JsonPropertyName("corrigeableJusqua"), Description("Renvoi : premier instant où le territoire ne peut plus y répondre hors campagne.")] DateTimeOffset? CorrectableUntil)
{
    public static ReviewAnswer From(Review review) => new(
        review.Role, review.Comment, review.CorrectableUntil is { } until ? ParisTime.Of(until) : null);
}
