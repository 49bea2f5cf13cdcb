using System.Text.Json;
using Reporting.Domain.Catalogue;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Returns;

/// <summary>
/// One field of a contribution: its name in the posted document, how to read it, and which indicators know it. The
/// one table that the rules, the pointers of findings and the wire type share.
/// </summary>
public sealed class ContributionField
{
    private readonly Func<Contribution, object?> _read;
    private readonly IReadOnlyList<Indicator>? _knownBy;

    private ContributionField(string name, Func<Contribution, object?> read, params Indicator[]? knownBy)
    {
        Name = name;
        _read = read;
        _knownBy = knownBy is [] ? null : knownBy;
    }

    /// <summary>Number of the fiche action.</summary>
    public static readonly ContributionField Action = new("action", c => c.Action);

    /// <summary>Code of the local indicator.</summary>
    public static readonly ContributionField LocalIndicator = new("indicateurLocal", c => c.LocalIndicator);

    /// <summary>Free label.</summary>
    public static readonly ContributionField Label = new("libelle", c => c.Label);

    /// <summary>Units before any rule.</summary>
    public static readonly ContributionField Headcount = new("effectif", c => c.Headcount);

    /// <summary>Units already counted in the preceding contributions.</summary>
    public static readonly ContributionField Duplicates = new("doublons", c => c.Duplicates);

    /// <summary>Units outside the period.</summary>
    public static readonly ContributionField OutOfPeriod = new("horsPeriode", c => c.OutOfPeriod);

    /// <summary>Units outside the public.</summary>
    public static readonly ContributionField OutOfPublic = new("horsPublic", c => c.OutOfPublic);

    /// <summary>Units by age.</summary>
    public static readonly ContributionField ByAge = new("parAge", c => c.ByAge, Enf3, Enf4);

    /// <summary>How the action worked.</summary>
    public static readonly ContributionField Modality = new("modalite", c => c.Modality, Enf1, Enf4, Emp1, Dro1);

    /// <summary>Units without follow-up.</summary>
    public static readonly ContributionField WithoutFollowUp = new("sansSuite", c => c.WithoutFollowUp, Enf1, Enf4, Tes1, Tes2);

    /// <summary>One family per child.</summary>
    public static readonly ContributionField ChildStandsForFamily = new("uniteEnfant", c => c.ChildStandsForFamily, Enf1);

    /// <summary>Funded by the Pacte.</summary>
    public static readonly ContributionField Funded = new("finance", c => c.Funded, Emp2, Dro4);

    /// <summary>Households visited.</summary>
    public static readonly ContributionField Households = new("menages", c => c.Households, Dro1);

    /// <summary>Easy-to-read documents only.</summary>
    public static readonly ContributionField EasyReadOnly = new("falcSeul", c => c.EasyReadOnly, Dro2);

    /// <summary>Training counted in EMP-2.</summary>
    public static readonly ContributionField AlreadyInEmp2 = new("dejaEmp2", c => c.AlreadyInEmp2, Dro3);

    /// <summary>Funding axis.</summary>
    public static readonly ContributionField FundingAxis = new("axeFinancement", c => c.FundingAxis, Tes2);

    /// <summary>Units also in TES-2.</summary>
    public static readonly ContributionField OfWhichMobility = new("dontMobilite", c => c.OfWhichMobility, Emp1);

    /// <summary>SLIME+ platform.</summary>
    public static readonly ContributionField Slime = new("slime", c => c.Slime, Tes1);

    /// <summary>Résorption-bidonvilles method.</summary>
    public static readonly ContributionField ShantytownMethod = new("methodeResorptionBidonvilles", c => c.ShantytownMethod, Dro7);

    /// <summary>Mapping tool.</summary>
    public static readonly ContributionField MappingTool = new("outilCartographie", c => c.MappingTool, Dro8);

    /// <summary>Year of the September enrolment.</summary>
    public static readonly ContributionField EnrolmentYear = new("rentree", c => c.EnrolmentYear, Tes3);

    /// <summary>Estimated figure.</summary>
    public static readonly ContributionField Estimated = new("estimation", c => c.Estimated);

    /// <summary>Every field, in the order of the posted document.</summary>
    public static IReadOnlyList<ContributionField> All { get; } =
    [
        Action, LocalIndicator, Label, Headcount, Duplicates, OutOfPeriod, OutOfPublic, ByAge, Modality,
        WithoutFollowUp, ChildStandsForFamily, Funded, Households, EasyReadOnly, AlreadyInEmp2, FundingAxis,
        OfWhichMobility, Slime, ShantytownMethod, MappingTool, EnrolmentYear, Estimated,
    ];

    /// <summary>Name in the posted document.</summary>
    public string Name { get; }

    /// <summary>Whether the contribution gives this field.</summary>
    /// <param name="contribution">The contribution.</param>
    public bool IsGiven(Contribution contribution) => _read(contribution) is not null;

    /// <summary>The figure that the contribution gives here, or null when it gives none or the field holds no figure.</summary>
    /// <param name="contribution">The contribution.</param>
    public decimal? Figure(Contribution contribution) => _read(contribution) as decimal?;

    /// <summary>Whether the indicator knows this field.</summary>
    /// <param name="indicator">The indicator.</param>
    public bool IsKnownBy(Indicator indicator) => _knownBy is null || _knownBy.Contains(indicator);

    /// <summary>Writes the field as a member of the posted document, when the contribution gives it.</summary>
    internal void Write(Utf8JsonWriter document, Contribution contribution)
    {
        switch (_read(contribution))
        {
            case null:
                break;
            case string text:
                document.WriteString(Name, text);
                break;
            case bool flag:
                document.WriteBoolean(Name, flag);
                break;
            case int year:
                document.WriteNumber(Name, year);
                break;
            case decimal figure:
                document.WriteNumber(Name, Figures.Shortest(figure));
                break;
            case IReadOnlyDictionary<string, decimal> figures:
                document.WriteStartObject(Name);
                foreach (var (key, figure) in figures.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    document.WriteNumber(key, Figures.Shortest(figure));
                }

                document.WriteEndObject();
                break;
            case var value:
                throw new NotSupportedException($"{Name} holds a {value.GetType()}, which no field of the document does.");
        }
    }

    /// <inheritdoc />
    public override string ToString() => Name;
}
