using System.Globalization;
using Reporting.Store;

namespace Reporting.Api.Feed.Sql;

/// <summary>
/// Instants as text, finer than those that are stored, which stop at the millisecond: what follows the text of a
/// millisecond sorts after it and before the next one, which is where an instant in between belongs.
/// </summary>
internal static class FineInstant
{
    private static readonly int StoredLength = ColumnTypes.ToText(DateTimeOffset.UnixEpoch).Length;

    public static string ToText(DateTimeOffset instant)
    {
        var beyond = instant.Ticks % TimeSpan.TicksPerMillisecond;
        return ColumnTypes.ToText(instant) + (beyond == 0 ? "" : beyond.ToString("0000", CultureInfo.InvariantCulture));
    }

    public static DateTimeOffset Parse(string text) => text.Length > StoredLength && text[StoredLength - 1] == 'Z'
        ? ColumnTypes.ToInstant(text[..StoredLength]).AddTicks(int.Parse(text[StoredLength..], CultureInfo.InvariantCulture))
        : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
