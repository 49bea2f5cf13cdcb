using System.Globalization;
using Reporting.Domain.Contracts;
using Reporting.Domain.Territories;

namespace Reporting.Store.Registry;

/// <summary>The signatories of 2024, from the official code of communes and groupings embedded under db/registry.</summary>
internal static class OfficialRegistry
{
    public static IEnumerable<Territory> Territories() =>
        from row in Rows("territoires.csv")
        select new Territory(
            Siren: row[0],
            InseeCode: row[1] is "" ? null : row[1],
            Name: row[2],
            Nature: row[3],
            Department: row[4],
            Region: row[5],
            Population: int.Parse(row[6], CultureInfo.InvariantCulture),
            SignatorySince: Contract.FirstYear,
            SignatoryUntil: null);

    public static IEnumerable<TerritoryOverlap> Overlaps() =>
        Rows("recouvrements.csv").Select(row => new TerritoryOverlap(row[0], row[1]));

    // Both files are ours and hold no quoted field.
    private static IEnumerable<string[]> Rows(string file)
    {
        using var reader = new StreamReader(
            typeof(OfficialRegistry).Assembly.GetManifestResourceStream($"registry/{file}")!);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            yield return line.Split(',');
        }
    }
}
