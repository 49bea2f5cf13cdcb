namespace Reporting.Domain.Tests.Participations;

/// <summary>Rows as read: the readable ones, and the line number and columns of the others.</summary>
internal sealed record PlainFile(
    int Read, IReadOnlyList<PlainRecord> Records, IReadOnlyList<(int Line, IReadOnlyCollection<string> Columns)> Rejected)
{
    /// <summary>Reads a comma-separated text without quotes.</summary>
    public static PlainFile Parse(string csv)
    {
        var lines = csv.TrimEnd('\n').Split('\n');
        var columns = lines[0].Split(',');
        return Of(lines.Skip(1).Select((line, index) =>
            (index + 2, (IReadOnlyDictionary<string, string>)columns.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))));
    }

    public static PlainFile Of(IEnumerable<(int Line, IReadOnlyDictionary<string, string> Cells)> rows)
    {
        var read = rows.Select(row => (row.Line, Reading: PlainReading.Read(row.Cells))).ToList();
        return new(
            read.Count,
            [.. read.Select(row => row.Reading.Record).OfType<PlainRecord>()],
            [.. read.Where(row => row.Reading.Record is null).Select(row => (row.Line, row.Reading.Unreadable))]);
    }
}
