namespace Reporting.Domain.Catalogue;

/// <summary>The one table of the 20 national indicators (Annexe 6).</summary>
public static class Indicators
{
    /// <summary>Precarious families reached or supported.</summary>
    public static readonly Indicator Enf1 = new(1, "ENF-1", Axis.Childhood, "famille",
        "Nombre de familles précaires avec enfants ayant bénéficié d'actions d'aller vers et/ou d'accompagnement dans la parentalité");

    /// <summary>Homeless lone mothers with a child under three.</summary>
    public static readonly Indicator Enf2 = new(2, "ENF-2", Axis.Childhood, "personne",
        "Nombre de mères seules sans domicile avec enfants de moins de 3 ans accompagnées");

    /// <summary>Adolescents, 11 to 15.</summary>
    public static readonly Indicator Enf3 = new(3, "ENF-3", Axis.Childhood, "personne",
        "Nombre d'adolescents (mineurs) ayant bénéficié des actions en matière de prévention et de traitement du décrochage scolaire et des actions d'ouverture à la culture, aux sports et aux loisirs");

    /// <summary>Young people of 16 to 25 without a solution.</summary>
    public static readonly Indicator Enf4 = new(4, "ENF-4", Axis.Childhood, "personne",
        "Nombre de jeunes de 16 à 25 ans sans solution bénéficiaires des actions en matière d'aller vers et en matière de mobilisation vers l'autonomie");

    /// <summary>Job seekers whose social obstacles are lifted.</summary>
    public static readonly Indicator Emp1 = new(5, "EMP-1", Axis.Employment, "personne",
        "Nombre de personnes en recherche d'emploi et en situation de précarité bénéficiant d'une action de levée des freins sociaux");

    /// <summary>Professionals trained to lift obstacles.</summary>
    public static readonly Indicator Emp2 = new(6, "EMP-2", Axis.Employment, "professionnel",
        "Nombre de professionnels formés aux actions de levée des freins sociaux (illettrisme, mobilité, etc.)");

    /// <summary>Among EMP-1: people in very great precarity.</summary>
    public static readonly Indicator Emp3A = new(7, "EMP-3A", Axis.Employment, "personne",
        "Parmi les personnes en recherche d'emploi bénéficiant d'une levée des freins sociaux, nombre de personnes en très grande précarité");

    /// <summary>Among EMP-1: lone-parent families.</summary>
    public static readonly Indicator Emp3B = new(8, "EMP-3B", Axis.Employment, "personne",
        "Parmi les personnes en recherche d'emploi bénéficiant d'une levée des freins sociaux, nombre de familles monoparentales");

    /// <summary>Among EMP-1: people leaving prison.</summary>
    public static readonly Indicator Emp3C = new(9, "EMP-3C", Axis.Employment, "personne",
        "Parmi les personnes en recherche d'emploi bénéficiant d'une levée des freins sociaux, nombre de sortants de prison");

    /// <summary>People reached out to for their rights.</summary>
    public static readonly Indicator Dro1 = new(10, "DRO-1", Axis.Rights, "personne",
        "Nombre de personnes bénéficiant de démarches d'aller vers pour l'accès aux droits");

    /// <summary>People with reinforced support towards their rights.</summary>
    public static readonly Indicator Dro2 = new(11, "DRO-2", Axis.Rights, "personne",
        "Nombre de personnes ayant bénéficié d'un accompagnement renforcé vers les droits");

    /// <summary>Social-work professionals trained.</summary>
    public static readonly Indicator Dro3 = new(12, "DRO-3", Axis.Rights, "professionnel",
        "Nombre de professionnels de l'action sociale formés à l'évolution des pratiques");

    /// <summary>Full-time equivalents reinforcing the CCAPEX.</summary>
    public static readonly Indicator Dro4 = new(13, "DRO-4", Axis.Rights, "etp",
        "Nombre d'ETP de chargé de mission en renfort de la CCAPEX remplissant les fonctions définies dans le référentiel",
        decimals: 2, canOverlap: false);

    /// <summary>CCAPEX files closed without eviction.</summary>
    public static readonly Indicator Dro5 = new(14, "DRO-5", Axis.Rights, "dossier",
        "Nombre de dossiers pris en charge par la CCAPEX ayant abouti à la prévention d'une expulsion",
        canOverlap: false);

    /// <summary>Ageing people in precarity.</summary>
    public static readonly Indicator Dro6 = new(15, "DRO-6", Axis.Rights, "personne",
        "Nombre de personnes vieillissantes en situation de précarité ayant bénéficié d'une action renforcée");

    /// <summary>People living in shanty towns.</summary>
    public static readonly Indicator Dro7 = new(16, "DRO-7", Axis.Rights, "personne",
        "Nombre de personnes en bidonvilles concernées par une action dédiée de services");

    /// <summary>Homeless people.</summary>
    public static readonly Indicator Dro8 = new(17, "DRO-8", Axis.Rights, "personne",
        "Nombre de personnes sans domicile concernées par une action d'accompagnement dédiée");

    /// <summary>Households visited for energy poverty.</summary>
    public static readonly Indicator Tes1 = new(18, "TES-1", Axis.Transition, "ménage",
        "Nombre de ménages ayant fait l'objet d'une visite à domicile de lutte contre la précarité énergétique par un professionnel formé et s'étant vu proposer un soutien pour la mise en place d'au moins une solution");

    /// <summary>People with a mobility diagnosis followed by an action.</summary>
    public static readonly Indicator Tes2 = new(19, "TES-2", Axis.Transition, "personne",
        "Nombre de personnes ayant fait l'objet d'un diagnostic de mobilité par une personne formée et ayant bénéficié d'au moins une action de levée des freins à la mobilité à la suite de ce dernier");

    /// <summary>Pupils with a social canteen price.</summary>
    public static readonly Indicator Tes3 = new(20, "TES-3", Axis.Transition, "élève",
        "Nombre d'élèves en établissement REP/REP+ bénéficiant d'une tarification sociale à moins d'1 € par repas",
        CountingPeriod.SchoolYear);

    /// <summary>All 20, in catalogue order.</summary>
    public static IReadOnlyList<Indicator> All { get; } =
    [
        Enf1, Enf2, Enf3, Enf4,
        Emp1, Emp2, Emp3A, Emp3B, Emp3C,
        Dro1, Dro2, Dro3, Dro4, Dro5, Dro6, Dro7, Dro8,
        Tes1, Tes2, Tes3,
    ];

    private static readonly Dictionary<string, Indicator> ByCode =
        All.ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);

    /// <summary>The indicator with this exact code, or null when there is none.</summary>
    /// <param name="code">A code such as <c>ENF-1</c>; letter case counts.</param>
    public static Indicator? Find(string code) => ByCode.GetValueOrDefault(code);
}
