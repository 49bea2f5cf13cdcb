using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Reading;

/// <summary>The fields of a CSV record without quotes, which stand between marks: found, but not looked at.</summary>
internal readonly ref struct CsvFields : IRecordFields
{
    // Not one of a few words: with a value there, the line is like no other.
    private static readonly uint Seldom = ParticipationColumn.Session.Bit() | ParticipationColumn.Quantity.Bit();

    private readonly ref readonly byte _bytes;
    private readonly ref readonly int _marks;
    private readonly ref readonly int _fieldOf;
    private readonly int _end;
    private readonly int _codesFrom;

    /// <param name="bytes">The chunk.</param>
    /// <param name="marks">The mark before the record, then those that end its fields; others follow.</param>
    /// <param name="header">The header, with as many fields.</param>
    /// <param name="end">Where the last field ends.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CsvFields(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> marks, CsvHeader header, int end)
    {
        _bytes = ref MemoryMarshal.GetReference(bytes);
        _marks = ref MemoryMarshal.GetReference(marks);
        _fieldOf = ref MemoryMarshal.GetArrayDataReference(header.FieldOf);
        _end = end;
        _codesFrom = header.CodesFrom;
        (Given, Long) = header.IsInOrder ? FirstGiven(marks, header.Columns.Length, end) : AnyGiven(marks, header.Columns, end);
    }

    public uint Given { get; }

    public uint Long { get; }

    public ReadOnlySpan<byte> Codes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _codesFrom < 0 || (Given & Seldom) != 0 ? [] : Between(_codesFrom, _end);
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

            // A column that is given has a field, and its marks are in the chunk.
            ref readonly var mark = ref Unsafe.Add(ref Unsafe.AsRef(in _marks), Unsafe.Add(ref Unsafe.AsRef(in _fieldOf), (int)column));
            var start = mark + 1;
            var end = Math.Min(Unsafe.Add(ref Unsafe.AsRef(in mark), 1), _end);
            return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref Unsafe.AsRef(in _bytes), start), end - start);
        }
    }

    /// <summary>Which columns are given when field n is column n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (uint Given, uint Long) FirstGiven(ReadOnlySpan<int> marks, int fields, int end)
    {
        var (given, @long) = (0u, 0u);
        for (var field = 0; field < fields; field += Vector256<int>.Count)
        {
            var starts = Vector256.Create(marks[field..]) + Vector256<int>.One;
            var ends = Vector256.Min(Vector256.Create(marks[(field + 1)..]), Vector256.Create(end));
            given |= Vector256.GreaterThan(ends, starts).ExtractMostSignificantBits() << field;
            @long |= Vector256.GreaterThan(ends - starts, Vector256.Create(RecordReader.MaximumIdLength)).ExtractMostSignificantBits() << field;
        }

        return (given & ((1u << fields) - 1), @long);
    }

    private static (uint Given, uint Long) AnyGiven(ReadOnlySpan<int> marks, ParticipationColumn?[] columns, int end)
    {
        var (given, @long) = (0u, 0u);
        for (var field = 0; field < columns.Length; field++)
        {
            if (columns[field] is { } column)
            {
                var length = Math.Min(marks[field + 1], end) - marks[field] - 1;
                given |= length > 0 ? column.Bit() : 0;
                @long |= length > RecordReader.MaximumIdLength ? column.Bit() : 0;
            }
        }

        return (given, @long);
    }

    /// <summary>The bytes from the start of a field to a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> Between(int field, int end)
    {
        var start = Unsafe.Add(ref Unsafe.AsRef(in _marks), field) + 1;
        return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref Unsafe.AsRef(in _bytes), start), end - start);
    }
}
