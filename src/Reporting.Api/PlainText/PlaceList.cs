using System.Globalization;

namespace Reporting.Api.PlainText;

/// <summary>Names places of one line together: each while they are few, contributions by their ranks when they are many.</summary>
internal static class PlaceList
{
    private const int Few = 3;

    public static string Name(IReadOnlyList<Place> places) =>
        places.Count > Few && places.All(place => place.Contribution is not null)
            ? string.Join(" ; ", places.GroupBy(place => place.Field).Select(field => Ranks(field.Key, [.. field])))
            : string.Join(" ; ", places.Select(place => place.InLine).Where(name => name is not ""));

    private static string Ranks(string? field, IReadOnlyList<Place> places)
    {
        if (places is [var only])
        {
            return only.InLine;
        }

        var ranges = new List<(int From, int To)>();
        foreach (var rank in places.Select(place => place.Contribution!.Value + 1).Order())
        {
            if (ranges is [.., var last] && last.To == rank - 1)
            {
                ranges[^1] = (last.From, rank);
            }
            else
            {
                ranges.Add((rank, rank));
            }
        }

        return $"contributions {Enumerate(ranges.Select(Range))}" + (field is null ? "" : $", champ {field}");
    }

    private static string Range((int From, int To) range) =>
        range.From == range.To
            ? range.From.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{range.From} à {range.To}");

    private static string Enumerate(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all is [var only] ? only : $"{string.Join(", ", all.SkipLast(1))} et {all[^1]}";
    }
}
