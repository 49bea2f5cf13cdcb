using System.ComponentModel;
using System.Text.Json.Serialization;
using Reporting.Api.Campaigns;

namespace Reporting.Api.Dashboards;

[Description("Les totaux d'une année, axe par axe.")]
internal sealed record DashboardAnswer(
    [property: JsonPropertyName("annee"), Description("L'année que les chiffres décrivent.")] int Year,
    [property: JsonPropertyName("au"), Description("L'instant auquel les totaux sont relus ; absent, ce sont ceux de maintenant.")] DateTimeOffset? At,
    [property: JsonPropertyName("territoire"), Description("Le territoire, quand les totaux sont les siens.")] DashboardTerritory? Territory,
    [property: JsonPropertyName("campagne"), Description("La campagne de l'année.")] CampaignAnswer Campaign,
    [property: JsonPropertyName("territoires"), Description("Où en sont les remontées.")] ReturnCounts Returns,
    [property: JsonPropertyName("fictif"), Description("true quand des données d'exemple, qui ne décrivent personne, sont comptées.")] bool? Fictitious,
    [property: JsonPropertyName("axes"), Description("Les quatre axes.")] IReadOnlyList<DashboardAxis> Axes);

[Description("Un territoire.")]
internal sealed record DashboardTerritory(
    [property: JsonPropertyName("siren"), Description("SIREN.")] string Siren,
    [property: JsonPropertyName("nom"), Description("Nom officiel.")] string Name);

[Description("Où en sont les remontées.")]
internal sealed record ReturnCounts(
    [property: JsonPropertyName("attendus"), Description("Territoires qui doivent une remontée.")] int Expected,
    [property: JsonPropertyName("deposes"), Description("Territoires dont une remontée est déposée, validée ou non.")] int Deposited,
    [property: JsonPropertyName("valides"), Description("Territoires dont la remontée est validée.")] int Validated);

[Description("Un axe et ses indicateurs.")]
internal sealed record DashboardAxis(
    [property: JsonPropertyName("code"), Description("Code de l'axe.")] string Code,
    [property: JsonPropertyName("libelle"), Description("Intitulé officiel.")] string Label,
    [property: JsonPropertyName("indicateurs"), Description("Les indicateurs de l'axe ; leurs unités diffèrent et ne s'additionnent pas.")] IReadOnlyList<DashboardIndicator> Indicators);

[Description("Le total d'un indicateur.")]
internal sealed record DashboardIndicator(
    [property: JsonPropertyName("code"), Description("Code de l'indicateur.")] string Code,
    [property: JsonPropertyName("libelle"), Description("Intitulé officiel.")] string Label,
    [property: JsonPropertyName("unite"), Description("Ce que compte une unité.")] string Unit,
    [property: JsonPropertyName("valeur"), Description("Total, borne haute ; null, jamais 0, quand personne ne l'a compté ou quand le secret statistique en retient une partie."), JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Value,
    [property: JsonPropertyName("borneBasse"), Description("Borne basse du total."), JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? LowerBound,
    [property: JsonPropertyName("statut"), Description(Confidentiality.Description)] string? Status,
    [property: JsonPropertyName("encadrement"), Description("Ce que l'on sait du total et de sa borne basse quand le secret statistique en retient une partie.")] BracketAnswer? Bracket,
    [property: JsonPropertyName("cible"), Description("Somme des cibles postées."), JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Target,
    [property: JsonPropertyName("tauxRealisation"), Description("Chiffres qui ont une cible, rapportés à ces cibles : 1 quand elles sont atteintes."), JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Rate,
    [property: JsonPropertyName("territoiresComptes"), Description("Territoires dans le total.")] int Counted,
    [property: JsonPropertyName("territoiresAttendus"), Description("Territoires dont le contrat porte l'indicateur.")] int Expected,
    [property: JsonPropertyName("partProvisoire"), Description("Part du total déposée mais pas encore validée, de 0 à 1."), JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? ProvisionalShare,
    [property: JsonPropertyName("partEstimee"), Description("Part du total qui repose sur des estimations, de 0 à 1."), JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? EstimatedShare,
    [property: JsonPropertyName("ruptures"), Description("Chiffres dont un changement de méthode rompt la série.")] int Breaks,
    [property: JsonPropertyName("anneePrecedente"), Description("L'année précédente, quand elle est connue.")] DashboardPrevious? Previous);

[Description("Le total de l'année précédente.")]
internal sealed record DashboardPrevious(
    [property: JsonPropertyName("valeur"), Description("Total, borne haute."), JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Value,
    [property: JsonPropertyName("borneBasse"), Description("Borne basse."), JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? LowerBound,
    [property: JsonPropertyName("statut"), Description(Confidentiality.Description)] string? Status,
    [property: JsonPropertyName("encadrement"), Description("Ce que l'on en sait quand le secret statistique en retient une partie.")] BracketAnswer? Bracket,
    [property: JsonPropertyName("evolutionComparable"), Description("Évolution relative sur les territoires comptés les deux années, par la méthode de l'année précédente : 0,1 pour un dixième de plus."), JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? ComparableChange);
