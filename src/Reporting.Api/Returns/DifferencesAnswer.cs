using System.ComponentModel;
using System.Text.Json.Serialization;
using Reporting.Domain.Campaigns;
using Reporting.Domain.Returns;
using Reporting.Store.Returns;

namespace Reporting.Api.Returns;

[Description("Ce qui a changé d'une version à une autre, ligne à ligne.")]
internal sealed record DifferencesAnswer(
    [property: JsonPropertyName("annee"), Description("L'année que les chiffres décrivent.")] int Year,
    [property: JsonPropertyName("territoire"), Description("SIREN du territoire.")] string Territory,
    [property: JsonPropertyName("de"), Description("La version de départ.")] ComparedVersion Before,
    [property: JsonPropertyName("a"), Description("La version d'arrivée.")] ComparedVersion After,
    [property: JsonPropertyName("lignes"), Description("Les lignes qui diffèrent, dans l'ordre du catalogue.")] IReadOnlyList<LineDifference> Lines)
{
    public static DifferencesAnswer Between(StoredReturn from, StoredReturn to) =>
        new(from.Year, from.Territory, ComparedVersion.Of(from), ComparedVersion.Of(to), LineComparison.Between(from, to));
}

[Description("Une version comparée.")]
internal sealed record ComparedVersion(
    [property: JsonPropertyName("version"), Description("Numéro de version.")] int Version,
    [property: JsonPropertyName("enregistreLe"), Description("Quand elle a été enregistrée.")] DateTimeOffset RecordedAt,
    [property: JsonPropertyName("enregistrePar"), Description("Par qui.")] string RecordedBy,
    [property: JsonPropertyName("versionRegles"), Description("Version des règles qui l'ont comptée.")] string RuleVersion,
    [property: JsonPropertyName("recomptageDe"), Description("La version dont le contenu est recompté, quand c'en est un recomptage.")] int? RecountOf,
    [property: JsonPropertyName("etat"), Description("brouillon, deposee, validee ou renvoyee.")] string State)
{
    public static ComparedVersion Of(StoredReturn stored) => new(
        stored.Version, ParisTime.Of(stored.RecordedAt), stored.RecordedBy, stored.Counted.RuleVersion, stored.RecountOf,
        stored.State.ToCode());
}

[Description("Une ligne qui diffère ; seuls les champs qui diffèrent y sont.")]
internal sealed record LineDifference(
    [property: JsonPropertyName("code"), Description("Code de l'indicateur.")] string Code,
    [property: JsonPropertyName("nature"), Description("ajoutee, retiree ou modifiee.")] string Kind,
    [property: JsonPropertyName("valeur"), Description("Le chiffre.")] FigureChange? Value,
    [property: JsonPropertyName("borneBasse"), Description("La borne basse.")] FigureChange? LowerBound,
    [property: JsonPropertyName("brut"), Description("Les unités avant toute règle.")] FigureChange? Gross,
    [property: JsonPropertyName("valeurComparable"), Description("Le chiffre par la méthode de l'année précédente.")] FigureChange? ComparableValue,
    [property: JsonPropertyName("cible"), Description("La cible.")] FigureChange? Target,
    [property: JsonPropertyName("dontMobilite"), Description("Les unités de la ligne aussi comptées dans TES-2.")] FigureChange? OfWhichMobility,
    [property: JsonPropertyName("commentaire"), Description("Le commentaire.")] TextChange? Comment,
    [property: JsonPropertyName("changementMethode"), Description("Le changement de méthode déclaré.")] MethodChangeChange? MethodChange,
    [property: JsonPropertyName("contributions"), Description("Les contributions qui diffèrent.")] IReadOnlyList<ContributionDifference>? Contributions,
    [property: JsonPropertyName("regles"), Description("Ce que les règles ont fait autrement.")] IReadOnlyList<RuleDifference>? Rules);

[Description("Un chiffre avant et après ; absent, il n'y en avait pas.")]
internal sealed record FigureChange(
    [property: JsonPropertyName("avant"), Description("Avant.")] decimal? Before,
    [property: JsonPropertyName("apres"), Description("Après.")] decimal? After);

[Description("Un texte avant et après ; absent, il n'y en avait pas.")]
internal sealed record TextChange(
    [property: JsonPropertyName("avant"), Description("Avant.")] string? Before,
    [property: JsonPropertyName("apres"), Description("Après.")] string? After);

[Description("Un changement de méthode avant et après ; absent, il n'y en avait pas.")]
internal sealed record MethodChangeChange(
    [property: JsonPropertyName("avant"), Description("Avant.")] MethodChangeBody? Before,
    [property: JsonPropertyName("apres"), Description("Après.")] MethodChangeBody? After);

[Description("Une contribution avant et après, telle que postée ; absente, il n'y en avait pas.")]
internal sealed record ContributionDifference(
    [property: JsonPropertyName("action"), Description("Numéro de la fiche action.")] string Action,
    [property: JsonPropertyName("indicateurLocal"), Description("Code de l'indicateur local.")] string? LocalIndicator,
    [property: JsonPropertyName("avant"), Description("Avant.")] ContributionBody? Before,
    [property: JsonPropertyName("apres"), Description("Après.")] ContributionBody? After);

[Description("L'effet d'une règle avant et après ; absent, elle n'avait rien changé.")]
internal sealed record RuleDifference(
    [property: JsonPropertyName("regle"), Description("Identifiant de la règle.")] string Rule,
    [property: JsonPropertyName("contribution"), Description("Rang de la contribution dans la ligne ; absent pour la ligne entière.")] int? Contribution,
    [property: JsonPropertyName("avant"), Description("Effet avant.")] decimal? Before,
    [property: JsonPropertyName("apres"), Description("Effet après.")] decimal? After);
