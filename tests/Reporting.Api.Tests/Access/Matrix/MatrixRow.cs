using System.Globalization;

namespace Reporting.Api.Tests.Access.Matrix;

/// <summary>A line of the table: an endpoint as the service's routing names it, and what it answers each caller.</summary>
internal sealed record MatrixRow(string Method, string Pattern, string Query, IReadOnlyList<int> Statuses)
{
    public string Route => $"{Method} {Pattern}";

    public string Name => Route + Query;

    public bool NamesTerritory => Pattern.Contains("{siren}", StringComparison.Ordinal) || Query.Contains("{siren}", StringComparison.Ordinal);

    public bool NamesIdOfTerritory => NamesTerritory && Pattern.Contains("{id:guid}", StringComparison.Ordinal);

    /// <summary>What each caller gets; one of two roles what the better of them gets.</summary>
    public IEnumerable<(MatrixCaller Caller, int Status)> Cells =>
        MatrixCaller.Single.Zip(Statuses).Concat(MatrixCaller.Dual.Select(caller => (caller, Best(caller.Parts.Select(StatusOf)))));

    public static bool Permits(int status) => status is >= 200 and < 400;

    /// <summary>Reads a table: method, route with its query, and a status for each caller.</summary>
    public static IReadOnlyList<MatrixRow> Parse(string table) =>
        [.. table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ParseRow)];

    private int StatusOf(MatrixCaller caller) => MatrixCaller.Single.Zip(Statuses).Single(cell => cell.First == caller).Second;

    // Let in, or else told by the role that may use the route what it lacks there.
    private static int Best(IEnumerable<int> statuses) => statuses.MinBy(status => Permits(status) ? 0 : status is 403 ? 2 : 1);

    private static MatrixRow ParseRow(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var mark = words[1].IndexOf('?', StringComparison.Ordinal);
        var row = new MatrixRow(
            words[0],
            mark < 0 ? words[1] : words[1][..mark],
            mark < 0 ? "" : words[1][mark..],
            [.. words[2..].Select(status => int.Parse(status, CultureInfo.InvariantCulture))]);
        return row.Statuses.Count == MatrixCaller.Single.Count ? row : throw new FormatException(line);
    }
}
