using System.Numerics;
using System.Runtime.InteropServices;

namespace Reporting.Domain.Participations.Reading;

/// <summary>Finds where whole records end.</summary>
internal static class RecordBoundary
{
    /// <summary>How many of these bytes, which start with a record, are whole lines.</summary>
    public static int OfLines(ReadOnlySpan<byte> bytes) => bytes.LastIndexOf((byte)'\n') + 1;

    /// <summary>How many of these bytes, which start with a CSV record, are whole records.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="separator">The separator.</param>
    /// <param name="isOpen">Whether a quote is open at the end.</param>
    public static int OfCsv(ReadOnlySpan<byte> bytes, byte separator, out bool isOpen)
    {
        isOpen = false;
        return !bytes.Contains((byte)'"') ? OfLines(bytes)
            : TryQuoted(bytes, separator, out var boundary, out isOpen) ? boundary
            : OfAny(bytes, separator, out isOpen);
    }

    private static bool TryQuoted(ReadOnlySpan<byte> bytes, byte separator, out int boundary, out bool isOpen)
    {
        Span<byte> last = stackalloc byte[ByteBlock.Size];
        last.Clear();
        boundary = 0;
        var scan = new QuoteScan();
        for (var start = 0; start < bytes.Length; start += ByteBlock.Size)
        {
            scoped var left = bytes[start..];
            if (left.Length < ByteBlock.Size)
            {
                left.CopyTo(last);
                left = last;
            }

            ref var block = ref MemoryMarshal.GetReference(left);
            var lines = ByteBlock.Bits(ref block, (byte)'\n');
            var marks = ByteBlock.Bits(ref block, separator) | lines;
            scan.Next(ByteBlock.Bits(ref block, (byte)'"'), ref marks);
            lines &= marks;
            boundary = lines == 0 ? boundary : start + ByteBlock.Size - BitOperations.LeadingZeroCount(lines);
        }

        isOpen = scan.IsOpen;
        return scan.IsRegular;
    }

    /// <summary>Where quotes may stand anywhere.</summary>
    private static int OfAny(ReadOnlySpan<byte> bytes, byte separator, out bool isOpen)
    {
        isOpen = false;
        var boundary = 0;
        var place = 0;
        for (; ; )
        {
            var quote = Next(bytes, place);
            var unquoted = quote < 0 ? bytes[place..] : bytes[place..quote];
            if (OfLines(unquoted) is > 0 and var lines)
            {
                boundary = place + lines;
            }

            if (quote < 0)
            {
                return boundary;
            }

            var opens = quote == 0 || bytes[quote - 1] == separator || bytes[quote - 1] == '\n';
            place = opens ? Close(bytes, quote + 1) : quote + 1;
            if (place < 0)
            {
                isOpen = true;
                return boundary;
            }
        }
    }

    /// <summary>The place after the first CSV record, or after all the bytes.</summary>
    public static int First(ReadOnlySpan<byte> bytes, byte separator)
    {
        var place = 0;
        for (; ; )
        {
            if (place < bytes.Length && bytes[place] == '"')
            {
                place = Close(bytes, place + 1);
                if (place < 0)
                {
                    return bytes.Length;
                }
            }

            var end = bytes[place..].IndexOfAny(separator, (byte)'\n');
            if (end < 0)
            {
                return bytes.Length;
            }

            place += end + 1;
            if (bytes[place - 1] == '\n')
            {
                return place;
            }
        }
    }

    private static int Next(ReadOnlySpan<byte> bytes, int place) =>
        bytes[place..].IndexOf((byte)'"') is >= 0 and var quote ? place + quote : -1;

    /// <summary>The place after the quote that closes a field, or -1.</summary>
    private static int Close(ReadOnlySpan<byte> bytes, int place)
    {
        for (; ; )
        {
            var quote = Next(bytes, place);
            if (quote < 0)
            {
                return -1;
            }

            if (quote + 1 >= bytes.Length || bytes[quote + 1] != '"')
            {
                return quote + 1;
            }

            place = quote + 2;
        }
    }
}
