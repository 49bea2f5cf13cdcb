using System.CommandLine;
using System.Text.Json;
using Reporting.Cli.Files;
using Reporting.Cli.Printing;
using Reporting.Domain.Participations;

namespace Reporting.Cli.Commands;

/// <summary>Counts the records where they lie: nothing about anyone leaves the machine.</summary>
internal static class CountCommand
{
    public static Command Build(Shell shell)
    {
        var options = new CountOptions();
        var command = new Command("compter", "Compter les participations d'une année et en tirer la remontée, sans rien envoyer")
        {
            options.Files, options.Year, options.Output, options.Receipt, options.Rejects, options.Targets,
            options.Overwrite, options.Tolerance, options.Threads,
        };
        command.Validators.Add(options.Check);
        command.SetAction((parsed, cancel) => RunAsync(shell, parsed, options, cancel));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, ParseResult parsed, CountOptions options, CancellationToken cancel)
    {
        var counting = options.Read(parsed);
        var overwrite = parsed.GetValue(options.Overwrite);
        var targets = await Targets.ReadAsync(parsed.GetValue(options.Targets), counting.Year, shell.In, cancel);
        using var files = await RecordFiles.OpenAsync(parsed.GetRequiredValue(options.Files), shell.In, cancel);
        using var output = OutputFile.Open(parsed.GetValue(options.Output), overwrite);
        using var receipt = OutputFile.Open(parsed.GetValue(options.Receipt), overwrite);
        using var rejects = RejectsFile.Open(parsed.GetValue(options.Rejects), overwrite);

        var outcome = await shell.WithProgressBarAsync("Décompte…", files.Length, bar => ParticipationCounter.CountAsync(
            files.Sources, counting, bar is null ? null : new CountProgress(bar, files, TimeProvider.System), rejects is null ? null : rejects.Add, cancel));

        rejects?.Commit();
        switch (outcome)
        {
            case CountOutcome.Counted { Count: var count }:
                var posted = targets?.Apply(count.Return) ?? count.Return;
                output?.Write(Domain.Returns.ReturnDocument.ToUtf8(posted));
                receipt?.Write(JsonSerializer.SerializeToUtf8Bytes(ReceiptDocument.From(count), ReceiptContract.Readable.ReceiptDocument));
                CountPrinter.Print(shell, count, posted, targets, parsed.GetValue(options.Output));
                return ExitCode.Done;
            case CountOutcome.Refused refused:
                CountPrinter.Refuse(shell, refused, counting.Tolerance, parsed.GetValue(options.Rejects));
                return refused.Reason is RefusalReason.TooManyRejected or RefusalReason.TooManyRecords or RefusalReason.TooLarge
                    ? ExitCode.Refused
                    : ExitCode.Usage;
            default:
                throw new InvalidOperationException($"{outcome.GetType()} is no outcome of a count.");
        }
    }
}
