namespace Reporting.Domain.Participations.Reading;

/// <summary>The one catalogue of French messages about sources that cannot be counted.</summary>
internal static class ReadingFaults
{
    public static readonly ReadingFault Empty = new(RefusalReason.Empty, "La source est vide.", false);

    public static readonly ReadingFault Truncated = new(RefusalReason.Truncated,
        "La source ne peut pas être lue jusqu'au bout : elle est tronquée ou abîmée.", false);

    public static readonly ReadingFault Utf16 = new(RefusalReason.Encoding,
        "La source n'est pas en UTF-8 mais en UTF-16 ou en UTF-32 : enregistrez-la en UTF-8.", true);

    public static readonly ReadingFault RecordTooLong = new(RefusalReason.RecordTooLong,
        $"L'enregistrement dépasse {ParticipationCounter.MaximumRecordBytes / 1024} Kio.", true);

    public static readonly ReadingFault UnclosedQuote = new(RefusalReason.UnclosedQuote,
        "Un guillemet ouvert dans cet enregistrement n'est pas refermé.", true);

    public static readonly ReadingFault NoRecord = new(RefusalReason.NoRecord,
        "Il n'y a aucun enregistrement à compter.", false);

    public static readonly ReadingFault TooLarge = new(RefusalReason.TooLarge,
        $"Le total des ETP dépasse {Figures.ToFrench(Figures.Maximum)}.", false);

    public static ReadingFault Header(string message) => new(RefusalReason.Header, message, true);

    public static ReadingFault TooManyRecords(long most) => new(RefusalReason.TooManyRecords,
        $"Il y a plus de {Figures.ToFrench(most)} enregistrements.", false);

    public static ReadingFault TooManyRejected(long rejected, long read, decimal tolerance) => new(RefusalReason.TooManyRejected,
        $"{Figures.ToFrench(rejected)} enregistrements sur {Figures.ToFrench(read)} sont rejetés, au-delà de la tolérance de {Figures.ToFrench(tolerance * 100)} %.", false);
}
