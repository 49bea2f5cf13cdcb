namespace Reporting.Domain.Participations.Records;

/// <summary>The columns of a participation record, in the order in which records are checked.</summary>
internal enum ParticipationColumn
{
    Action,
    Indicator,
    Person,
    Household,
    Age,
    Birth,
    Start,
    ChildAge,
    Date,
    Modality,
    FollowUp,
    TrainedProfessional,
    JobSeeker,
    Funding,
    Categories,
    Session,
    Issue,
    Quantity,
    Exclusion,
}

/// <summary>The names of the columns, in CSV headers and as NDJSON keys.</summary>
internal static class ParticipationColumns
{
    public const int Count = (int)ParticipationColumn.Exclusion + 1;

    private static readonly string[] Names =
    [
        "action", "indicateur", "personne", "menage", "age", "naissance", "debut", "age_enfant", "date", "modalite",
        "suite", "pro_forme", "demandeur_emploi", "financement", "categories", "session", "issue", "quantite", "exclusion",
    ];

    private static readonly Dictionary<string, ParticipationColumn> ByName =
        Enum.GetValues<ParticipationColumn>().ToDictionary(ToName, StringComparer.Ordinal);

    /// <summary>Those without which no record can be read.</summary>
    public static IReadOnlyList<ParticipationColumn> Required { get; } =
        [ParticipationColumn.Action, ParticipationColumn.Indicator, ParticipationColumn.Person, ParticipationColumn.Date];

    public static uint Bit(this ParticipationColumn column) => 1u << (int)column;

    public static string ToName(this ParticipationColumn column) => Names[(int)column];

    public static ParticipationColumn? Find(string name) => ByName.TryGetValue(name, out var column) ? column : null;
}
