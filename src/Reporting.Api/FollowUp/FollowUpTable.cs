using System.Globalization;

namespace Reporting.Api.FollowUp;

/// <summary>The follow-up as a table: one row a territory, the same facts as in JSON.</summary>
internal static class FollowUpTable
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:sszzz";

    public static IReadOnlyList<string> Columns { get; } =
    [
        "annee", "siren", "territoire", "departement", "region", "etat", "derniere_version", "etat_derniere_version",
        "lignes_attendues", "lignes_donnees", "indicateurs_manquants", "depose_le", "premier_depot_le", "echeance",
        "jours_restants", "jours_retard", "derniere_activite", "version_a_examiner", "a_examiner_depuis",
    ];

    public static IReadOnlyList<string> Row(int year, FollowUpTerritory row) =>
    [
        Text(year),
        row.Siren,
        row.Name,
        row.Department,
        row.Region,
        row.State,
        Text(row.LatestVersion),
        row.LatestState ?? "",
        Text(row.Expected),
        Text(row.Given),
        string.Join(' ', row.Missing),
        Text(row.DepositedAt),
        Text(row.FirstDepositAt),
        Text(row.Deadline),
        Text(row.DaysLeft),
        Text(row.DaysLate),
        Text(row.LastActivityAt),
        Text(row.VersionToReview),
        Text(row.ToReviewSince),
    ];

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Text(DateTimeOffset? instant) => instant?.ToString(Instant, CultureInfo.InvariantCulture) ?? "";
}
