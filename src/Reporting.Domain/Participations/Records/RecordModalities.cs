using Reporting.Domain.Counting;
using Reporting.Domain.Counting.Rules;
using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Participations.Records;

/// <summary>What links the modalities of records to those of posted contributions.</summary>
internal static class RecordModalities
{
    private static readonly string?[] Words =
    [
        null, Modalities.Outreach, Modalities.Support, Modalities.Programme, Modalities.Engineering,
        Modalities.HomeVisit, Modalities.Desk, Modalities.Meeting, Modalities.Lifting, Modalities.Training, null,
    ];

    private static readonly bool[] Taken =
    [
        .. from indicator in All
           from word in Words.Select((text, place) => (text, modality: (RecordModality)place))
           select word.modality == RecordModality.None
               || indicator == Dro1
               || Modalities.For(indicator) is [] || (word.text is not null && Modalities.For(indicator).Contains(word.text)),
    ];

    private static readonly RecordCheck[] FailingByModality = [.. Words.Select(FailingOf)];

    /// <summary>What a record fails, for indicators that look at it, by its modality.</summary>
    public static RecordCheck Failing(RecordModality modality) => FailingByModality[(int)modality];

    /// <summary>
    /// Whether a record may carry a modality: ENF-1, ENF-4 and EMP-1 take their own or none, DRO-1 takes any, and the
    /// others do not look at it.
    /// </summary>
    public static bool IsTaken(CountedIndicator indicator, RecordModality modality) =>
        Taken[((int)indicator * Words.Length) + (int)modality];

    private static RecordCheck FailingOf(string? word) =>
        (Enf4Ingenierie.IsEngineering(word) ? RecordCheck.Engineering : RecordCheck.None)
        | (Emp1Formation.IsTraining(word) ? RecordCheck.Training : RecordCheck.None)
        | (OutreachFollowUp.IsNeeded(word) ? RecordCheck.OutreachOnly : RecordCheck.None)
        | (word is null || !Modalities.For(Dro1).Contains(word) ? RecordCheck.NotReachedOut : RecordCheck.None);
}
