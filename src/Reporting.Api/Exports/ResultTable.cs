using System.Globalization;
using Reporting.Api.Dashboards;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Domain.Territories;
using Reporting.Domain.Totals;

namespace Reporting.Api.Exports;

/// <summary>The long table of results: one row a territory, a year and an indicator.</summary>
internal static class ResultTable
{
    public static IReadOnlyList<string> Columns { get; } =
    [
        "annee", "siren", "territoire", "departement", "region", "axe", "indicateur", "libelle", "unite", "cible",
        "valeur", "borne_basse", "valeur_comparable", "taux_realisation", "etat", "statut", "confidentialite", "fictif",
    ];

    public static IReadOnlyList<string> Row(int year, Figure figure, Territory territory, IFormatProvider numbers) =>
    [
        year.ToString(CultureInfo.InvariantCulture),
        territory.Siren,
        territory.Name,
        territory.Department,
        territory.Region,
        figure.Indicator.Axis.Code,
        figure.Indicator.Code,
        figure.Indicator.Label,
        figure.Indicator.Unit,
        Number(figure.Target, numbers),
        Number(figure.Value, numbers),
        Number(figure.LowerBound, numbers),
        Number(figure.ComparableValue, numbers),
        Number(figure.Rate, numbers),
        figure.State.ToCode(),
        Status(figure),
        Confidentiality.Of(figure) ?? "",
        figure.Fictitious ? "oui" : "non",
    ];

    /// <summary>SDMX observation statuses: b for a break, e for an estimate, p for a provisional figure.</summary>
    private static string Status(Figure figure) =>
        (figure.Broken ? "b" : "") + (figure.Estimated ? "e" : "") + (figure.State is ReturnState.Deposited ? "p" : "");

    private static string Number(decimal? figure, IFormatProvider numbers) => figure?.ToString("0.####", numbers) ?? "";
}
