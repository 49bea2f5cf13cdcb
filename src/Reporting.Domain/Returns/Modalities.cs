using Reporting.Domain.Catalogue;

namespace Reporting.Domain.Returns;

/// <summary>How an action worked, where the guide counts differently by it (Annexe 6: ENF-1, ENF-4, EMP-1, DRO-1).</summary>
public static class Modalities
{
    /// <summary>Finding and reaching out (ENF-1, ENF-4).</summary>
    public const string Outreach = "reperage";

    /// <summary>Support (ENF-1, ENF-4).</summary>
    public const string Support = "accompagnement";

    /// <summary>Programme (ENF-1, ENF-4).</summary>
    public const string Programme = "programme";

    /// <summary>Needs studies, tools and inventories, which count nobody (ENF-4).</summary>
    public const string Engineering = "ingenierie";

    /// <summary>Visits where people live (DRO-1).</summary>
    public const string HomeVisit = "lieu-de-vie";

    /// <summary>Relocated desk (DRO-1).</summary>
    public const string Desk = "permanence";

    /// <summary>Meeting of users (DRO-1).</summary>
    public const string Meeting = "reunion";

    /// <summary>Lifting an obstacle (EMP-1).</summary>
    public const string Lifting = "levee";

    /// <summary>Training of social workers, which EMP-2 counts (EMP-1).</summary>
    public const string Training = "formation";

    private static readonly string[] Childhood = [Outreach, Support, Programme, Engineering];
    private static readonly string[] Employment = [Lifting, Training];
    private static readonly string[] Rights = [HomeVisit, Desk, Meeting];

    /// <summary>The modalities that an indicator accepts; empty when it knows none.</summary>
    /// <param name="indicator">The indicator.</param>
    public static IReadOnlyList<string> For(Indicator indicator) =>
        indicator == Indicators.Enf1 || indicator == Indicators.Enf4 ? Childhood
        : indicator == Indicators.Emp1 ? Employment
        : indicator == Indicators.Dro1 ? Rights
        : [];
}
