namespace Reporting.Domain.Participations.Records;

/// <summary>Where the values of one record stand in a buffer, wherever each stands.</summary>
internal ref struct RecordFields(Span<int> starts, Span<int> lengths) : IRecordFields
{
    private readonly Span<int> _starts = starts;
    private readonly Span<int> _lengths = lengths;

    public ReadOnlySpan<byte> Bytes { get; set; }

    public uint Given { get; private set; }

    public uint Long { get; private set; }

    public readonly ReadOnlySpan<byte> Codes => [];

    public readonly ReadOnlySpan<byte> this[ParticipationColumn column] =>
        (Given & column.Bit()) == 0 ? [] : Bytes.Slice(_starts[(int)column], _lengths[(int)column]);

    public void Set(ParticipationColumn column, int start, int length)
    {
        _starts[(int)column] = start;
        _lengths[(int)column] = length;
        Given |= length > 0 ? column.Bit() : 0;
        Long |= length > RecordReader.MaximumIdLength ? column.Bit() : 0;
    }

    public void Clear() => Given = Long = 0;
}
