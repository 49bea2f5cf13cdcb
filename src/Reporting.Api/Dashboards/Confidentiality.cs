using Reporting.Domain.Totals;

namespace Reporting.Api.Dashboards;

/// <summary>How an answer says that statistical secrecy withholds something from its reader.</summary>
internal static class Confidentiality
{
    public const string Description =
        "secret : le chiffre est retenu par le secret statistique ; secret-partiel : il est donné, mais ce qui l'entoure est retenu.";

    public const string Secret = "secret";
    public const string Partial = "secret-partiel";

    public static string? Of(Figure figure) =>
        figure.Value is null ? Secret
        : figure.LowerBound is null || figure.ComparableValue is null ? Partial
        : null;

    public static string? Of(decimal? total, Bracket? bracket) =>
        bracket is null ? null : total is null ? Secret : Partial;
}
