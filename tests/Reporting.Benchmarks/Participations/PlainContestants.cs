using System.Text.Json;

namespace Reporting.Benchmarks.Participations;

/// <summary>The programs that one would write first.</summary>
internal static class PlainContestants
{
    /// <summary>StreamReader, Split, HashSet.</summary>
    public static RaceCount Csv(string path)
    {
        var sets = new NationalSets();
        using var reader = new StreamReader(path);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            sets.Add(new()
            {
                Action = cells[0],
                Indicator = cells[1],
                Person = cells[2],
                Household = cells[3],
                Age = cells[4],
                Birth = cells[5],
                Start = cells[6],
                ChildAge = cells[7],
                Date = cells[8],
                Modality = cells[9],
                FollowUp = cells[10],
                Trained = cells[11],
                JobSeeker = cells[12],
                Funding = cells[13],
                Categories = cells[14],
                Session = cells[15],
                Issue = cells[16],
                Quantity = cells[17],
                Exclusion = cells[18],
            });
        }

        return new(sets.Figures());
    }

    /// <summary>A source-generated System.Text.Json record for each line, HashSet.</summary>
    public static RaceCount Ndjson(string path)
    {
        var sets = new NationalSets();
        using var reader = new StreamReader(path);
        while (reader.ReadLine() is { } line)
        {
            sets.Add(JsonSerializer.Deserialize(line, NationalRecordContext.Default.NationalRecord)!);
        }

        return new(sets.Figures());
    }
}
