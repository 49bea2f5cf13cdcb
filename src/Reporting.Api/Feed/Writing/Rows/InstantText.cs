using System.Buffers.Text;

namespace Reporting.Api.Feed.Writing.Rows;

/// <summary>Instants as ISO 8601 writes them in UTC, with no more decimals than they need.</summary>
internal static class InstantText
{
    public const int Longest = 28;

    private const int Seconds = 19;

    /// <summary>How SQLite keeps them, to the millisecond: D stands for a digit.</summary>
    private static ReadOnlySpan<byte> Stored => "DDDD-DD-DDTDD:DD:DD.DDDZ"u8;

    public static int Write(DateTime utc, Span<byte> into)
    {
        Utf8Formatter.TryFormat(utc, into, out var length, 'O');
        return Shorten(into, length);
    }

    /// <summary>Writes an instant as it is stored, or as a literal finer than that is given to SQLite; 0 when it is neither.</summary>
    public static int Write(ReadOnlySpan<byte> stored, Span<byte> into)
    {
        if (stored.Length < Stored.Length || stored.Length > Longest || !IsStored(stored[..Stored.Length])
            || stored[Stored.Length..].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return 0;
        }

        // What is beyond the millisecond stands after the Z there, where it sorts as it should.
        var beyond = stored[Stored.Length..];
        stored[..(Stored.Length - 1)].CopyTo(into);
        beyond.CopyTo(into[(Stored.Length - 1)..]);
        return Shorten(into, stored.Length);
    }

    private static bool IsStored(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < Stored.Length; at++)
        {
            if (Stored[at] == 'D' ? !char.IsAsciiDigit((char)text[at]) : text[at] != Stored[at])
            {
                return false;
            }
        }

        return true;
    }

    private static int Shorten(Span<byte> text, int length)
    {
        var end = length - 1;
        while (text[end - 1] == '0' && end > Seconds)
        {
            end--;
        }

        if (end == Seconds + 1)
        {
            end = Seconds; // the point goes too
        }

        text[end] = (byte)'Z';
        return end + 1;
    }
}
