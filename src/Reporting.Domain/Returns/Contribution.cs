using Reporting.Domain.Catalogue;

namespace Reporting.Domain.Returns;

/// <summary>
/// What one local action brings to a line, with what the counting rules need to know of it. Every figure is in units
/// of the indicator and non-negative; which fields an indicator knows is told by <see cref="ContributionField"/>.
/// </summary>
public sealed record Contribution
{
    /// <summary>Number of the fiche action, such as <c>1.2</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Code of the local indicator; absent, the whole action is meant.</summary>
    public string? LocalIndicator { get; init; }

    /// <summary>Free label.</summary>
    public string? Label { get; init; }

    /// <summary>Units before any rule.</summary>
    public required decimal Headcount { get; init; }

    /// <summary>Units already counted in the preceding contributions of the line; null when unknown.</summary>
    public decimal? Duplicates { get; init; }

    /// <summary>Units outside the period.</summary>
    public decimal? OutOfPeriod { get; init; }

    /// <summary>Units outside the indicator's public.</summary>
    public decimal? OutOfPublic { get; init; }

    /// <summary>ENF-3, ENF-4: units by completed age at the start of the action; keys are ages in years.</summary>
    public IReadOnlyDictionary<string, decimal>? ByAge { get; init; }

    /// <summary>How the action worked, one of <see cref="Modalities"/>.</summary>
    public string? Modality { get; init; }

    /// <summary>Units to whom nothing was proposed, or who had no action after the diagnosis.</summary>
    public decimal? WithoutFollowUp { get; init; }

    /// <summary>ENF-1: children were counted, one family per child.</summary>
    public bool? ChildStandsForFamily { get; init; }

    /// <summary>EMP-2, DRO-4: false when the Pacte does not fund it.</summary>
    public bool? Funded { get; init; }

    /// <summary>DRO-1 visits: households visited.</summary>
    public decimal? Households { get; init; }

    /// <summary>DRO-2: people who only received easy-to-read documents.</summary>
    public decimal? EasyReadOnly { get; init; }

    /// <summary>DRO-3: professionals whose training is counted in EMP-2.</summary>
    public decimal? AlreadyInEmp2 { get; init; }

    /// <summary>TES-2: <c>emploi</c> or <c>transition</c>, the axis that funds it.</summary>
    public string? FundingAxis { get; init; }

    /// <summary>TES-2: whether the axis of employment funds it, whose people are job seekers and count in EMP-1 too.</summary>
    internal bool IsOfJobSeekers => FundingAxis == Axis.Employment.Code;

    /// <summary>EMP-1: units that are also in TES-2 contributions funded by <c>emploi</c>.</summary>
    public decimal? OfWhichMobility { get; init; }

    /// <summary>TES-1: the figure sent to the CLER for a SLIME+ platform.</summary>
    public bool? Slime { get; init; }

    /// <summary>DRO-7: counted as on the Résorption-bidonvilles platform.</summary>
    public bool? ShantytownMethod { get; init; }

    /// <summary>DRO-8: a mapping tool.</summary>
    public bool? MappingTool { get; init; }

    /// <summary>TES-3: year of the September enrolment; null means the campaign year.</summary>
    public int? EnrolmentYear { get; init; }

    /// <summary>True when the figure is estimated.</summary>
    public bool? Estimated { get; init; }
}
