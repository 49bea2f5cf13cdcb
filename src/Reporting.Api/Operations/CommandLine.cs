using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Data.Common;
using System.Globalization;
using Reporting.Store;
using Reporting.Store.Transfers;

namespace Reporting.Api.Operations;

/// <summary>The executable's verbs: none serves, the others are an operator's.</summary>
internal static class CommandLine
{
    private const string Name = "Reporting.Api";
    private static readonly TimeSpan TimeToRollBack = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(string[] args, Shell shell, CancellationToken cancel = default)
    {
        CultureInfo.CurrentUICulture = new("fr");
        var parsed = Build(shell, args).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var misuse = parsed.Action is ParseErrorAction ? [.. parsed.Errors.Select(error => error.Message)] : Settings.Misuse(parsed);
        return misuse is [] ? await InvokeAsync(parsed, shell, cancel) : ReportMisuse(parsed, misuse, shell);
    }

    private static RootCommand Build(Shell shell, string[] args)
    {
        var root = new RootCommand("Remontées des contrats locaux des solidarités. Sans commande, démarre le service.")
        {
            MigrateCommand.Build(shell),
            TransferCommand.Build(shell),
            VerifyJournalCommand.Build(shell),
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((_, _) => ServeCommand.RunAsync(args));
        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = "Afficher cette aide";
        help.Action = new HelpWithExitCodes((HelpAction)help.Action!);
        return root;
    }

    private static async Task<int> InvokeAsync(ParseResult parsed, Shell shell, CancellationToken cancel)
    {
        var serves = parsed.CommandResult.Command is RootCommand;
        var invocation = new InvocationConfiguration
        {
            Output = shell.Out,
            Error = shell.Error,
            EnableDefaultExceptionHandler = false,
            // The host ends the service by itself; a command is given time to undo what it began.
            ProcessTerminationTimeout = serves ? null : TimeToRollBack,
        };
        try
        {
            return await parsed.InvokeAsync(invocation, cancel);
        }
        catch (Failure failure)
        {
            return Report(failure.ExitCode, failure.Message, shell);
        }
        catch (SchemaException refusal)
        {
            return Report(ExitCode.Refused, SchemaMessages.Of(refusal), shell);
        }
        catch (StoreKindException refusal)
        {
            return Report(ExitCode.Refused, StoreKindMessages.Of(refusal), shell);
        }
        catch (TransferException refusal)
        {
            return Report(ExitCode.Refused, TransferMessages.Of(refusal), shell);
        }
        catch (DbException fault) when (!serves)
        {
            return Report(ExitCode.Unavailable, StoreMessages.Of(fault), shell);
        }
        catch (OperationCanceledException) when (!serves)
        {
            return Report(ExitCode.Interrupted, "interrompu.", shell);
        }
    }

    private static int Report(int exitCode, string message, Shell shell)
    {
        shell.Error.WriteLine($"{Name} : {message}");
        return exitCode;
    }

    private static int ReportMisuse(ParseResult parsed, IReadOnlyList<string> misuse, Shell shell)
    {
        foreach (var message in misuse)
        {
            shell.Error.WriteLine($"{Name} : {message}");
        }

        var command = parsed.CommandResult.Command;
        shell.Error.WriteLine($"Aide : {Name} {(command is RootCommand ? "" : command.Name + " ")}--help");
        return ExitCode.Usage;
    }
}
