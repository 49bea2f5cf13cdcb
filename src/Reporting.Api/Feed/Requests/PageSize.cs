using System.Globalization;

namespace Reporting.Api.Feed.Requests;

/// <summary>How many rows a page holds, and the preference of the client that decided it.</summary>
internal sealed record PageSize(int Rows, string? Preference)
{
    public const int Largest = 100_000;
    private const int Default = 20_000;

    public string? Applied => Preference is null ? null : $"{Preference}={Rows}";

    /// <param name="preferences">What the client would like.</param>
    /// <param name="previous">The size that the previous page was asked to have.</param>
    /// <param name="most">How many rows a page may hold.</param>
    public static PageSize Of(Preferences preferences, int? previous, int most = Largest) =>
        preferences.Find("maxpagesize", out var wanted)
            && int.TryParse(wanted.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            && rows > 0
            ? new(Math.Min(rows, most), wanted.Name)
            : new(Math.Clamp(previous ?? Default, 1, most), null);
}
