using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Reporting.Api.Feed.Requests;

/// <summary>How many rows a page holds, and the preference of the client that decided it.</summary>
internal sealed record PageSize(int Rows, string? Preference)
{
    private const int Default = 20_000;
    private const int Largest = 100_000;

    private static readonly string[] Names = ["odata.maxpagesize", "maxpagesize"];

    public string? Applied => Preference is null ? null : $"{Preference}={Rows}";

    /// <param name="prefer">The Prefer headers, which may hold other preferences, known or not.</param>
    /// <param name="previous">The size that the previous page was asked to have.</param>
    public static PageSize Of(StringValues prefer, int? previous)
    {
        foreach (var preference in prefer.SelectMany(header => header?.Split(',') ?? []))
        {
            var parts = preference.Split(';')[0].Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length == 2
                && Names.Contains(parts[0].ToLowerInvariant())
                && int.TryParse(parts[1].Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
                && rows > 0)
            {
                return new(Math.Min(rows, Largest), parts[0].ToLowerInvariant());
            }
        }

        return new(Math.Clamp(previous ?? Default, 1, Largest), null);
    }
}
