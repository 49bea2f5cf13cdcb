using System.CommandLine;
using Reporting.Cli.Printing;
using Reporting.Cli.Service;

namespace Reporting.Cli.Commands;

internal static class SimulateCommand
{
    public static Command Build(Shell shell)
    {
        var (target, service) = (new ReturnOptions(), new ServiceOptions(shell));
        var command = new Command("simuler", "Faire contrôler et compter une remontée, sans rien enregistrer")
        {
            target.File, target.Year, target.Territory, target.Json, service.Url, service.Token,
        };
        command.Validators.Add(target.CheckGiven);
        command.SetAction((parsed, cancel) =>
            ReturnSession.RunAsync(shell, parsed, target, service, session => RunAsync(session, cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(ReturnSession session, CancellationToken cancel)
    {
        var answer = await session.SimulateAsync(cancel);
        if (!answer.Succeeded)
            return session.Refuse(answer);

        var simulation = answer.Read<Simulation>();
        session.Show(answer, simulation.Findings, Conclusion(simulation), simulation.Lines);
        return simulation.Acceptable ? ExitCode.Done : ExitCode.Refused;
    }

    private static string Conclusion(Simulation simulation) =>
        $"Remontée {(simulation.Acceptable ? "acceptable" : "à corriger")} : "
        + $"{FrenchNumbers.Count(simulation.Lines.Count, "ligne")}, {FindingsPrinter.Summary(simulation.Findings)}. "
        + $"Règles {simulation.RulesVersion}.";
}
