using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Reading;

/// <summary>The fields of a CSV record, which stand between marks, or between the quotes that stand there: found, but not looked at.</summary>
internal readonly ref struct CsvFields : IRecordFields
{
    // Not one of a few words: with a value there, the line is like no other.
    private static readonly uint Seldom = ParticipationColumn.Session.Bit() | ParticipationColumn.Quantity.Bit();

    private readonly ref readonly byte _bytes;
    private readonly ref readonly int _befores;
    private readonly ref readonly int _ends;
    private readonly ref readonly int _fieldOf;
    private readonly int _end;
    private readonly int _codesFrom;

    /// <param name="bytes">The chunk.</param>
    /// <param name="befores">The place before each field; others follow.</param>
    /// <param name="ends">The place after each field; others follow.</param>
    /// <param name="header">The header, with as many fields.</param>
    /// <param name="end">Where the record ends.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CsvFields(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> befores, ReadOnlySpan<int> ends, CsvHeader header, int end)
    {
        _bytes = ref MemoryMarshal.GetReference(bytes);
        _befores = ref MemoryMarshal.GetReference(befores);
        _ends = ref MemoryMarshal.GetReference(ends);
        _fieldOf = ref MemoryMarshal.GetArrayDataReference(header.FieldOf);
        _end = end;
        _codesFrom = header.CodesFrom;
        (Given, Long) = header.IsInOrder ? FirstGiven(befores, ends, header.Columns.Length, end) : AnyGiven(befores, ends, header.Columns, end);
    }

    public uint Given { get; }

    public uint Long { get; }

    public ReadOnlySpan<byte> Codes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _codesFrom < 0 || (Given & Seldom) != 0 ? [] : Between(Unsafe.Add(ref Unsafe.AsRef(in _ends), _codesFrom - 1) + 1, _end);
    }

    public ReadOnlySpan<byte> this[ParticipationColumn column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((Given & column.Bit()) == 0)
            {
                return [];
            }

            // A column that is given has a field, which is in the chunk.
            var field = Unsafe.Add(ref Unsafe.AsRef(in _fieldOf), (int)column);
            var start = Unsafe.Add(ref Unsafe.AsRef(in _befores), field) + 1;
            return Between(start, Math.Min(Unsafe.Add(ref Unsafe.AsRef(in _ends), field), _end));
        }
    }

    /// <summary>Which columns are given when field n is column n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (uint Given, uint Long) FirstGiven(ReadOnlySpan<int> befores, ReadOnlySpan<int> ends, int fields, int end)
    {
        var (given, @long) = (0u, 0u);
        for (var field = 0; field < fields; field += Vector256<int>.Count)
        {
            var lengths = Vector256.Min(Vector256.Create(ends[field..]), Vector256.Create(end)) - Vector256.Create(befores[field..]) - Vector256<int>.One;
            given |= Vector256.GreaterThan(lengths, Vector256<int>.Zero).ExtractMostSignificantBits() << field;
            @long |= Vector256.GreaterThan(lengths, Vector256.Create(RecordReader.MaximumIdLength)).ExtractMostSignificantBits() << field;
        }

        return (given & ((1u << fields) - 1), @long);
    }

    private static (uint Given, uint Long) AnyGiven(ReadOnlySpan<int> befores, ReadOnlySpan<int> ends, ParticipationColumn?[] columns, int end)
    {
        var (given, @long) = (0u, 0u);
        for (var field = 0; field < columns.Length; field++)
        {
            if (columns[field] is { } column)
            {
                var length = Math.Min(ends[field], end) - befores[field] - 1;
                given |= length > 0 ? column.Bit() : 0;
                @long |= length > RecordReader.MaximumIdLength ? column.Bit() : 0;
            }
        }

        return (given, @long);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> Between(int start, int end) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref Unsafe.AsRef(in _bytes), start), end - start);
}
