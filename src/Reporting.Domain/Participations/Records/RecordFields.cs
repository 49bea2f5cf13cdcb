namespace Reporting.Domain.Participations.Records;

/// <summary>Where the values of one record stand in a buffer, column by column; an absent column has no bytes.</summary>
internal ref struct RecordFields(Span<int> starts, Span<int> lengths)
{
    private readonly Span<int> _starts = starts;
    private readonly Span<int> _lengths = lengths;

    public ReadOnlySpan<byte> Bytes { get; set; }

    public readonly ReadOnlySpan<byte> this[ParticipationColumn column] =>
        Bytes.Slice(_starts[(int)column], _lengths[(int)column]);

    public readonly void Set(ParticipationColumn column, int start, int length)
    {
        _starts[(int)column] = start;
        _lengths[(int)column] = length;
    }

    /// <summary>Forgets starts too: one left from a longer record would lie outside the bytes of this one.</summary>
    public readonly void Clear()
    {
        _starts.Clear();
        _lengths.Clear();
    }
}
