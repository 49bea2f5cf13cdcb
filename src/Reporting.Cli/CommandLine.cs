using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Reporting.Cli.Commands;

namespace Reporting.Cli;

internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, Shell shell, CancellationToken cancel = default)
    {
        var parsed = Build(shell).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
            return ReportMisuse(parsed, shell);

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = shell.Out, Error = shell.Error, EnableDefaultExceptionHandler = false },
                cancel);
        }
        catch (Failure failure)
        {
            shell.Error.WriteLine($"reporting : {failure.Message}");
            return failure.ExitCode;
        }
        catch (OperationCanceledException)
        {
            shell.Error.WriteLine("reporting : interrompu.");
            return ExitCode.Interrupted;
        }
    }

    public static RootCommand Build(Shell shell)
    {
        var root = new RootCommand("Contrats locaux des solidarités : compter, simuler et déposer la remontée annuelle d'un territoire.")
        {
            CountCommand.Build(shell),
            TokenCommand.Build(shell),
            SimulateCommand.Build(shell),
            DepositCommand.Build(shell),
            ConformanceCommand.Build(shell),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = "Afficher cette aide";
        help.Action = new HelpWithExitCodes((HelpAction)help.Action!);
        return root;
    }

    private static int ReportMisuse(ParseResult parsed, Shell shell)
    {
        foreach (var error in parsed.Errors)
            shell.Error.WriteLine($"reporting : {error.Message}");
        var command = parsed.CommandResult.Command;
        shell.Error.WriteLine($"Aide : reporting {(command is RootCommand ? "" : command.Name + " ")}--help");
        return ExitCode.Usage;
    }
}
