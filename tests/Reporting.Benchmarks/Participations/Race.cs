using System.Diagnostics;
using System.Globalization;

namespace Reporting.Benchmarks.Participations;

/// <summary>
/// Counts the same records with every contestant, each in a process of its own, warm, in rounds where they take
/// turns; compares their figures, and all that they count beside, and prints the median of the times and the largest
/// memory.
/// </summary>
internal static class Race
{
    private const int WarmUpRecords = 200_000;
    private const int WarmUps = 5;
    private const string NoDetails = "-";

    private static readonly (string Name, bool IsJson, Func<string, RaceCount> Count)[] Contestants =
    [
        ("reporting-2", false, path => ReportingContestant.Count(path, 2)),
        ("reporting-1", false, path => ReportingContestant.Count(path, 1)),
        ("duckdb-2", false, path => DuckDbContestant.Csv(path, 2)),
        ("duckdb-1", false, path => DuckDbContestant.Csv(path, 1)),
        ("duckdb-whole-2", false, path => DuckDbWholeContestant.Csv(path, 2)),
        ("duckdb-whole-1", false, path => DuckDbWholeContestant.Csv(path, 1)),
        ("naive", false, PlainContestants.Csv),
        ("reporting-2-ndjson", true, path => ReportingContestant.Count(path, 2)),
        ("reporting-1-ndjson", true, path => ReportingContestant.Count(path, 1)),
        ("system-text-json", true, PlainContestants.Ndjson),
    ];

    /// <summary>Usage: participations RECORDS ROUNDS FOLDER [CONTESTANT…].</summary>
    public static void Run(string[] args)
    {
        var (records, rounds, folder) = (Number(args[0]), Number(args[1]), args[2]);
        var names = args[3..] is [] ? [.. Contestants.Select(contestant => contestant.Name)] : args[3..];
        var results = names.ToDictionary(name => name, _ => new List<Result>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var name in names)
            {
                results[name].Add(Start(name, records, folder));
            }
        }

        Console.WriteLine($"{"contestant",-20} {"median s",9} {"min s",9} {"max s",9} {"cpu s",9} {"peak MiB",9}  {"details",-7}  figures");
        var details = results.Values.Select(runs => runs[0].Details).FirstOrDefault(digest => digest != NoDetails, NoDetails);
        foreach (var (name, runs) in results)
        {
            var times = runs.Select(run => run.Seconds).Order().ToList();
            var processor = runs.Select(run => run.Processor).Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-20} {times[times.Count / 2],9:0.00} {times[0],9:0.00} {times[^1],9:0.00} {processor[processor.Count / 2],9:0.00} {runs.Max(run => run.Peak),9}  {Told(runs[0].Details, details),-7}  {(runs[0].Figures == results[names[0]][0].Figures ? "same" : runs[0].Figures)}"));
        }
    }

    /// <summary>Runs one contestant in this process and prints seconds, processor seconds, peak, a digest of the details and the figures.</summary>
    public static void RunOne(string[] args)
    {
        var contestant = Array.Find(Contestants, contestant => contestant.Name == args[0]);
        for (var run = 0; run < WarmUps; run++)
        {
            contestant.Count(PathOf(contestant.IsJson, WarmUpRecords, args[2]));

            // What ran often is compiled again in the background.
            Thread.Sleep(TimeSpan.FromMilliseconds(400));
        }

        var path = PathOf(contestant.IsJson, Number(args[1]), args[2]);
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        var processor = self.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var count = contestant.Count(path);
        watch.Stop();
        self.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{watch.Elapsed.TotalSeconds} {(self.TotalProcessorTime - processor).TotalSeconds} {self.PeakWorkingSet64 >> 20} {count.Details?.Invoke().Digest() ?? NoDetails} {string.Join(' ', count.Figures.Select(figure => $"{figure.Key}={figure.Value:0.##}"))}"));
    }

    private static Result Start(string name, int records, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!, ["participations-one", name, records.ToString(CultureInfo.InvariantCulture), folder])
        { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var parts = output.Trim().Split(' ', 5);
        return process.ExitCode == 0
            ? new(Seconds(parts[0]), Seconds(parts[1]), Number(parts[2]), parts[3], parts[4])
            : throw new InvalidOperationException($"{name}: {output}");
    }

    private static string Told(string details, string first) =>
        details == NoDetails ? "none" : details == first ? "same" : details;

    private static string PathOf(bool isJson, int records, string folder) =>
        isJson ? RecordFile.Ndjson(folder, records) : RecordFile.Csv(folder, records);

    private static double Seconds(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Result(double Seconds, double Processor, int Peak, string Details, string Figures);
}
