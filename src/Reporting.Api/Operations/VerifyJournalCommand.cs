using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Store;
using Reporting.Store.Journal;
using Spectre.Console;

namespace Reporting.Api.Operations;

/// <summary><c>verifier-journal</c>: walks the whole journal, and tells its head or where it first breaks.</summary>
internal static partial class VerifyJournalCommand
{
    public static Command Build(Shell shell)
    {
        var head = new Option<string?>("--tete")
        {
            HelpName = "numéro:empreinte",
            Description = "La tête qu'une vérification passée a donnée : le journal doit encore y passer",
        };
        var command = new Command("verifier-journal", "Prouver que rien n'a été changé, ôté ni déplacé dans le journal").WithSettings();
        command.Options.Add(head);
        command.SetAction(async (parsed, cancel) =>
        {
            var known = parsed.GetValue(head) is { } text ? Parse(text) : null;
            await using var host = OperatorHost.Build(parsed);
            await host.Services.GetRequiredService<SchemaInstaller>().RequireAsync(cancel);
            var journal = host.Services.GetRequiredService<JournalStore>();
            return Tell(shell, host.Services.GetRequiredService<Database>().Place, await VerifyAsync(shell, journal, known, cancel));
        });
        return command;
    }

    private static JournalHead Parse(string text) => Head().Match(text) is { Success: true } match
        ? new(long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), match.Groups[2].Value)
        : throw Failure.Usage($"« {text} » n'est pas une tête de journal, de la forme numéro:empreinte.");

    private static async Task<JournalVerdict> VerifyAsync(
        Shell shell, JournalStore journal, JournalHead? known, CancellationToken cancel)
    {
        if (!shell.ErrorIsTerminal)
        {
            return await journal.VerifyAsync(known, null, cancel);
        }

        return await shell.ErrorConsole().Progress().StartAsync(async progress =>
        {
            var walk = progress.AddTask("Vérification du journal");
            return await journal.VerifyAsync(
                known,
                walked =>
                {
                    walk.MaxValue = walked.Length;
                    walk.Value = walked.Walked;
                },
                cancel);
        });
    }

    private static int Tell(Shell shell, string place, JournalVerdict verdict)
    {
        shell.Out.WriteLine($"{place} : {Sentence(verdict)}");
        return verdict is JournalVerdict.Whole ? ExitCode.Done : ExitCode.Broken;
    }

    private static string Sentence(JournalVerdict verdict) => verdict switch
    {
        JournalVerdict.Whole whole =>
            $"""
            le journal est entier, {Count(whole.Head.Sequence)}.
              Tête : {whole.Head.Sequence}:{whole.Head.Hash}
              Gardez-la ailleurs : « verifier-journal --tete … » prouvera que rien n'a été coupé ni récrit depuis.
            """,
        JournalVerdict.Altered altered =>
            $"l'entrée {altered.Sequence} du journal n'est plus telle qu'elle a été écrite.",
        JournalVerdict.Missing missing =>
            $"l'entrée {missing.Sequence} manque au journal.",
        JournalVerdict.Displaced displaced =>
            $"l'entrée {displaced.Sequence} du journal ne suit pas celle d'avant : l'une des deux a été remplacée ou déplacée.",
        JournalVerdict.Cut cut =>
            $"le journal s'arrête à l'entrée {cut.Head.Sequence}, avant la tête donnée : sa fin a été coupée.",
        JournalVerdict.Rewritten rewritten =>
            $"l'entrée {rewritten.Sequence} du journal n'est pas la tête donnée : le journal a été récrit.",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    private static string Count(long entries) => entries == 1 ? "1 entrée" : $"{entries} entrées";

    [GeneratedRegex("^([0-9]{1,18}):([0-9a-f]{64})$")]
    private static partial Regex Head();
}
