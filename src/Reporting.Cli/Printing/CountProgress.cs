using Reporting.Cli.Files;
using Reporting.Domain.Participations;
using Spectre.Console;

namespace Reporting.Cli.Printing;

/// <summary>Moves the bar by the bytes read, and tells how many records a second.</summary>
internal sealed class CountProgress(ProgressTask bar, RecordFiles files, TimeProvider clock) : IProgress<CountingProgress>
{
    private readonly long _start = clock.GetTimestamp();

    public void Report(CountingProgress value)
    {
        var seconds = clock.GetElapsedTime(_start).TotalSeconds;
        var rate = seconds > 0 ? $", {FrenchNumbers.Number(Math.Round((decimal)(value.Records / seconds)))}/s" : "";
        var rejected = value.Rejected > 0 ? $", {FrenchNumbers.Number(value.Rejected)} rejetés" : "";
        bar.Description = $"{FrenchNumbers.Number(value.Records)} enregistrements{rate}{rejected}";
        if (files.Length is not null)
            bar.Value = files.Position;
    }
}
