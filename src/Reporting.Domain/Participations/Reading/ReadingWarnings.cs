namespace Reporting.Domain.Participations.Reading;

/// <summary>The one catalogue of French warnings about sources.</summary>
internal static class ReadingWarnings
{
    public static CountingWarning UnknownColumn(string source, long line, string column) =>
        new(WarningKind.UnknownColumn, source, line, column, $"« {column} » n'est pas une colonne connue : elle n'est pas lue.");

    public static CountingWarning RepeatedPost(string source, long line) =>
        new(WarningKind.RepeatedPost, source, line, null,
            "Cet enregistrement de DRO-4 en répète un autre en tout point : vérifiez qu'il s'agit de deux postes. Les deux sont comptés.");

    public static CountingWarning MoreRepeatedPosts(string source, long more) =>
        new(WarningKind.RepeatedPost, source, 1, null, $"{Figures.ToFrench(more)} autres enregistrements de DRO-4 en répètent un.");

    public static CountingWarning NoRecord(string source) =>
        new(WarningKind.NoRecord, source, 1, null, "La source ne contient aucun enregistrement.");
}
