namespace Reporting.Domain.Participations.Records;

/// <summary>The values of one record, column by column.</summary>
internal interface IRecordFields
{
    /// <summary>One bit a column, set where there is a value; the column is then more than 0 bytes long.</summary>
    uint Given { get; }

    ReadOnlySpan<byte> this[ParticipationColumn column] { get; }
}
