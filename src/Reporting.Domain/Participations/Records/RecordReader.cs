using System.Text;

namespace Reporting.Domain.Participations.Records;

/// <summary>
/// Reads one record from its fields. Every column that is read must hold a value that it takes, whatever the
/// indicator, so that shifted columns show; but a modality is held to those of section 2 only for the indicators
/// that know modalities, and DRO-1 counts every other one as something else than reaching out.
/// </summary>
internal static class RecordReader
{
    /// <summary>Most characters of a pseudonym or a session.</summary>
    public const int MaximumIdLength = 64;

    /// <summary>Reads a record; otherwise tells the first column at fault, in the order of the columns, and why.</summary>
    public static RejectionReason? Read(in RecordFields fields, out ParticipationRecord record, out ParticipationColumn column)
    {
        record = default;
        var text = fields[column = ParticipationColumn.Action];
        if (!ActionIndex.TryRead(text, out record.Action))
        {
            return MissingOrUnreadable(text);
        }

        text = fields[column = ParticipationColumn.Indicator];
        if (!FieldValues.TryIndicator(text, out record.Indicator))
        {
            return MissingOrUnreadable(text);
        }

        text = fields[column = ParticipationColumn.Person];
        if (text.Length == 0)
        {
            return RejectionReason.Missing;
        }

        if (IsTooLong(text) || IsTooLong(fields[column = ParticipationColumn.Household]))
        {
            return RejectionReason.TooLong;
        }

        record.Age = ParticipationRecord.NoAge;
        text = fields[column = ParticipationColumn.Age];
        if (text.Length > 0 && (record.Age = FieldValues.Age(text)) < 0)
        {
            return RejectionReason.Unreadable;
        }

        var birth = 0;
        text = fields[column = ParticipationColumn.Birth];
        if (text.Length > 0 && (birth = FieldValues.Date(text)) == 0)
        {
            return RejectionReason.Unreadable;
        }

        var start = 0;
        text = fields[column = ParticipationColumn.Start];
        if (text.Length > 0 && (start = FieldValues.Date(text)) == 0)
        {
            return RejectionReason.Unreadable;
        }

        if (record.Age == ParticipationRecord.NoAge && birth != 0 && start != 0)
        {
            record.Age = FieldValues.AgeBetween(birth, start);
        }

        record.ChildAge = ParticipationRecord.NoAge;
        text = fields[column = ParticipationColumn.ChildAge];
        if (text.Length > 0 && (record.ChildAge = FieldValues.Age(text)) < 0)
        {
            return RejectionReason.Unreadable;
        }

        text = fields[column = ParticipationColumn.Date];
        if ((record.Date = FieldValues.Date(text)) == 0)
        {
            return MissingOrUnreadable(text);
        }

        record.Modality = FieldValues.Modality(fields[column = ParticipationColumn.Modality]);
        if (!RecordModalities.IsTaken(record.Indicator, record.Modality)
            || !FieldValues.TryFlag(fields[column = ParticipationColumn.FollowUp], out record.FollowUp)
            || !FieldValues.TryFlag(fields[column = ParticipationColumn.TrainedProfessional], out record.TrainedProfessional)
            || !FieldValues.TryFlag(fields[column = ParticipationColumn.JobSeeker], out record.JobSeeker)
            || !FieldValues.TryFunding(fields[column = ParticipationColumn.Funding], record.Action, out record.Funding)
            || !FieldValues.TryCategories(fields[column = ParticipationColumn.Categories], out record.Categories))
        {
            return RejectionReason.Unreadable;
        }

        if (IsTooLong(fields[column = ParticipationColumn.Session]))
        {
            return RejectionReason.TooLong;
        }

        if (!FieldValues.TryIssue(fields[column = ParticipationColumn.Issue], out record.Issue))
        {
            return RejectionReason.Unreadable;
        }

        text = fields[column = ParticipationColumn.Quantity];
        if (text.Length > 0 ? (record.Hundredths = FieldValues.Hundredths(text)) < 0 : record.Indicator == CountedIndicator.Dro4)
        {
            return MissingOrUnreadable(text);
        }

        return FieldValues.TryExclusion(fields[column = ParticipationColumn.Exclusion], out record.Exclusion)
            ? null
            : RejectionReason.Unreadable;
    }

    private static RejectionReason MissingOrUnreadable(ReadOnlySpan<byte> text) =>
        text.Length == 0 ? RejectionReason.Missing : RejectionReason.Unreadable;

    private static bool IsTooLong(ReadOnlySpan<byte> id) =>
        id.Length > MaximumIdLength && Encoding.UTF8.GetCharCount(id) > MaximumIdLength;
}
