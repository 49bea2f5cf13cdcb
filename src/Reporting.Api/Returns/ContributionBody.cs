using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Reporting.Api.Json;
using Reporting.Domain.Returns;

namespace Reporting.Api.Returns;

[Description("Ce qu'une action locale apporte à une ligne. Les champs que l'indicateur ne connaît pas sont refusés.")]
internal sealed record ContributionBody
{
    [JsonPropertyName("action"), StringLength(8, MinimumLength = 1), Description("Numéro de la fiche action, par exemple « 1.2 ».")]
    public required string Action { get; init; }

    [JsonPropertyName("indicateurLocal"), StringLength(64, MinimumLength = 1), Description("Code de l'indicateur local ; absent, toute l'action est visée.")]
    public string? LocalIndicator { get; init; }

    [JsonPropertyName("libelle"), StringLength(500), Description("Libellé libre.")]
    public string? Label { get; init; }

    [JsonPropertyName("effectif"), Description("Unités avant toute règle.")]
    public required decimal Headcount { get; init; }

    [JsonPropertyName("doublons"), Description("Unités déjà comptées dans les contributions précédentes de la ligne ; absent, le recoupement est inconnu.")]
    public decimal? Duplicates { get; init; }

    [JsonPropertyName("horsPeriode"), Description("Unités hors de la période.")]
    public decimal? OutOfPeriod { get; init; }

    [JsonPropertyName("horsPublic"), Description("Unités hors du public de l'indicateur.")]
    public decimal? OutOfPublic { get; init; }

    [JsonPropertyName("parAge"), Description("ENF-3, ENF-4 : unités par âge révolu au début de l'action ; la somme vaut l'effectif.")]
    public OrdinalFigures? ByAge { get; init; }

    [JsonPropertyName("modalite"), StringLength(32), Description("ENF-1, ENF-4 : reperage, accompagnement, programme, ingenierie ; DRO-1 : lieu-de-vie, permanence, reunion ; EMP-1 : levee, formation.")]
    public string? Modality { get; init; }

    [JsonPropertyName("sansSuite"), Description("Unités restées sans solution proposée (repérage, TES-1) ou sans action après le diagnostic (TES-2).")]
    public decimal? WithoutFollowUp { get; init; }

    [JsonPropertyName("uniteEnfant"), Description("ENF-1 : true quand chaque enfant vaut une famille.")]
    public bool? ChildStandsForFamily { get; init; }

    [JsonPropertyName("finance"), Description("EMP-2, DRO-4 : false quand le Pacte ne finance pas.")]
    public bool? Funded { get; init; }

    [JsonPropertyName("menages"), Description("DRO-1, lieu de vie : ménages visités.")]
    public decimal? Households { get; init; }

    [JsonPropertyName("falcSeul"), Description("DRO-2 : personnes n'ayant reçu que des documents faciles à lire.")]
    public decimal? EasyReadOnly { get; init; }

    [JsonPropertyName("dejaEmp2"), Description("DRO-3 : professionnels dont la formation est comptée dans EMP-2.")]
    public decimal? AlreadyInEmp2 { get; init; }

    [JsonPropertyName("axeFinancement"), StringLength(32), Description("TES-2 : emploi ou transition.")]
    public string? FundingAxis { get; init; }

    [JsonPropertyName("dontMobilite"), Description("EMP-1 : unités aussi comptées dans TES-2 sur les crédits de l'axe emploi.")]
    public decimal? OfWhichMobility { get; init; }

    [JsonPropertyName("slime"), Description("TES-1 : true pour le chiffre SLIME+ envoyé au CLER, pris tel quel.")]
    public bool? Slime { get; init; }

    [JsonPropertyName("methodeResorptionBidonvilles"), Description("DRO-7 : true quand le décompte suit la plateforme Résorption-bidonvilles.")]
    public bool? ShantytownMethod { get; init; }

    [JsonPropertyName("outilCartographie"), Description("DRO-8 : true pour un outil de cartographie.")]
    public bool? MappingTool { get; init; }

    [JsonPropertyName("rentree"), Description("TES-3 : année de la rentrée de septembre ; par défaut l'année de la campagne.")]
    public int? EnrolmentYear { get; init; }

    [JsonPropertyName("estimation"), Description("true quand l'effectif est estimé.")]
    public bool? Estimated { get; init; }

    public Contribution ToContribution() => new()
    {
        Action = Action,
        LocalIndicator = LocalIndicator,
        Label = Label,
        Headcount = Headcount,
        Duplicates = Duplicates,
        OutOfPeriod = OutOfPeriod,
        OutOfPublic = OutOfPublic,
        ByAge = ByAge,
        Modality = Modality,
        WithoutFollowUp = WithoutFollowUp,
        ChildStandsForFamily = ChildStandsForFamily,
        Funded = Funded,
        Households = Households,
        EasyReadOnly = EasyReadOnly,
        AlreadyInEmp2 = AlreadyInEmp2,
        FundingAxis = FundingAxis,
        OfWhichMobility = OfWhichMobility,
        Slime = Slime,
        ShantytownMethod = ShantytownMethod,
        MappingTool = MappingTool,
        EnrolmentYear = EnrolmentYear,
        Estimated = Estimated,
    };
}
