using System.Runtime.CompilerServices;
using System.Text;

namespace Reporting.Domain.Participations.Records;

/// <summary>
/// Reads one record from its fields. Every column that is read must hold a value that it takes, whatever the
/// indicator, so that shifted columns show; but a modality is held to those of section 2 only for the indicators
/// that know modalities, and DRO-1 counts every other one as something else than reaching out.
/// </summary>
internal sealed class RecordReader
{
    /// <summary>Most characters of a pseudonym or a session.</summary>
    public const int MaximumIdLength = 64;

    private static readonly uint Ids = ParticipationColumn.Person.Bit() | ParticipationColumn.Household.Bit();

    private static readonly uint Ages = ParticipationColumn.Age.Bit() | ParticipationColumn.Birth.Bit()
        | ParticipationColumn.Start.Bit() | ParticipationColumn.ChildAge.Bit();

    private readonly CodeMemo _codes = new();

    /// <summary>From now on the columns are others.</summary>
    public void ForgetColumns() => _codes.Clear();

    /// <summary>Reads a record; otherwise tells the first column at fault, in the order of the columns, and why.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="record">The record.</param>
    /// <param name="column">The column at fault.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public RejectionReason? Read<TFields>(scoped in TFields fields, out ParticipationRecord record, out ParticipationColumn column)
        where TFields : IRecordFields, allows ref struct
    {
        record = default;
        var given = fields.Given;
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

        column = ParticipationColumn.Person;
        if ((given & ParticipationColumn.Person.Bit()) == 0)
        {
            return RejectionReason.Missing;
        }

        if ((fields.Long & Ids) != 0 && (IsTooLong(fields[column]) || IsTooLong(fields[column = ParticipationColumn.Household])))
        {
            return RejectionReason.TooLong;
        }

        record.Age = ParticipationRecord.NoAge;
        record.ChildAge = ParticipationRecord.NoAge;
        if ((given & Ages) != 0 && ReadAges(fields, ref record, ref column) is { } badAge)
        {
            return badAge;
        }

        text = fields[column = ParticipationColumn.Date];
        if ((record.Date = FieldValues.Date(text)) == 0)
        {
            return MissingOrUnreadable(text);
        }

        var codes = fields.Codes;
        if (!_codes.TryFind(codes, ref record.Codes))
        {
            if (ReadCodes(fields, ref record, ref column) is { } badCode)
            {
                return badCode;
            }

            _codes.Add(codes, record.Codes);
        }
        else if (!RecordModalities.IsTaken(record.Indicator, record.Codes.Modality))
        {
            column = ParticipationColumn.Modality;
            return RejectionReason.Unreadable;
        }

        column = ParticipationColumn.Quantity;
        return record.Indicator == CountedIndicator.Dro4 && (given & ParticipationColumn.Quantity.Bit()) == 0 ? RejectionReason.Missing : null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static RejectionReason? ReadAges<TFields>(scoped in TFields fields, ref ParticipationRecord record, ref ParticipationColumn column)
        where TFields : IRecordFields, allows ref struct
    {
        var (age, birth, start, childAge) = (0, 0, 0, 0);
        var text = fields[column = ParticipationColumn.Age];
        if (text.Length > 0 && (age = FieldValues.Age(text)) < 0)
        {
            return RejectionReason.Unreadable;
        }

        var hasAge = text.Length > 0;
        text = fields[column = ParticipationColumn.Birth];
        if (text.Length > 0 && (birth = FieldValues.Date(text)) == 0)
        {
            return RejectionReason.Unreadable;
        }

        text = fields[column = ParticipationColumn.Start];
        if (text.Length > 0 && (start = FieldValues.Date(text)) == 0)
        {
            return RejectionReason.Unreadable;
        }

        text = fields[column = ParticipationColumn.ChildAge];
        if (text.Length > 0 && (childAge = FieldValues.Age(text)) < 0)
        {
            return RejectionReason.Unreadable;
        }

        record.ChildAge = text.Length > 0 ? childAge : ParticipationRecord.NoAge;
        record.Age = hasAge ? age
            : birth != 0 && start != 0 ? FieldValues.AgeBetween(birth, start)
            : ParticipationRecord.NoAge;
        return null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static RejectionReason? ReadCodes<TFields>(scoped in TFields fields, ref ParticipationRecord record, ref ParticipationColumn column)
        where TFields : IRecordFields, allows ref struct
    {
        ref var codes = ref record.Codes;
        codes.Modality = FieldValues.Modality(fields[column = ParticipationColumn.Modality]);
        if (!RecordModalities.IsTaken(record.Indicator, codes.Modality)
            || !FieldValues.TryFlag(fields[column = ParticipationColumn.FollowUp], out codes.FollowUp)
            || !FieldValues.TryFlag(fields[column = ParticipationColumn.TrainedProfessional], out codes.TrainedProfessional)
            || !FieldValues.TryFlag(fields[column = ParticipationColumn.JobSeeker], out codes.JobSeeker)
            || !FieldValues.TryFunding(fields[column = ParticipationColumn.Funding], out codes.Funding)
            || !FieldValues.TryCategories(fields[column = ParticipationColumn.Categories], out codes.Categories))
        {
            return RejectionReason.Unreadable;
        }

        if (IsTooLong(fields[column = ParticipationColumn.Session]))
        {
            return RejectionReason.TooLong;
        }

        if (!FieldValues.TryIssue(fields[column = ParticipationColumn.Issue], out codes.Issue))
        {
            return RejectionReason.Unreadable;
        }

        var text = fields[column = ParticipationColumn.Quantity];
        if (text.Length > 0 ? (record.Hundredths = FieldValues.Hundredths(text)) < 0 : record.Indicator == CountedIndicator.Dro4)
        {
            return MissingOrUnreadable(text);
        }

        if (!FieldValues.TryExclusion(fields[column = ParticipationColumn.Exclusion], out codes.Exclusion))
        {
            return RejectionReason.Unreadable;
        }

        codes.Failing = codes.ToFailing();
        return null;
    }

    private static RejectionReason MissingOrUnreadable(ReadOnlySpan<byte> text) =>
        text.Length == 0 ? RejectionReason.Missing : RejectionReason.Unreadable;

    private static bool IsTooLong(ReadOnlySpan<byte> id) =>
        id.Length > MaximumIdLength && Encoding.UTF8.GetCharCount(id) > MaximumIdLength;
}
