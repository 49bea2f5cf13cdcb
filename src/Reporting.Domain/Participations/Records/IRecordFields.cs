namespace Reporting.Domain.Participations.Records;

/// <summary>The values of one record, column by column.</summary>
internal interface IRecordFields
{
    /// <summary>One bit a column, set where there is a value; the column is then more than 0 bytes long.</summary>
    uint Given { get; }

    /// <summary>One bit a column, set where the value is more than <see cref="RecordReader.MaximumIdLength"/> bytes long.</summary>
    uint Long { get; }

    /// <summary>
    /// The bytes that alone say what is in the columns from <c>modalite</c> on, where they lie together and are likely
    /// to be written so again; or nothing. Up to <see cref="CodeMemo.Width"/> bytes from their start may be read.
    /// </summary>
    ReadOnlySpan<byte> Codes { get; }

    ReadOnlySpan<byte> this[ParticipationColumn column] { get; }
}
