using System.CommandLine;
using System.Net;
using Reporting.Cli.Printing;
using Reporting.Cli.Service;

namespace Reporting.Cli.Commands;

internal static class DepositCommand
{
    public static Command Build(Shell shell)
    {
        var (target, service) = (new ReturnOptions(), new ServiceOptions(shell));
        var draft = new Option<bool>("--brouillon") { Description = "Enregistrer la version sans la déposer" };
        var command = new Command("deposer", "Simuler puis, si rien ne s'y oppose, enregistrer et déposer une remontée")
        {
            target.File, target.Year, target.Territory, draft, target.Json, service.Url, service.Token,
        };
        command.Validators.Add(target.CheckGiven);
        command.SetAction((parsed, cancel) => ReturnSession.RunAsync(
            shell, parsed, target, service, session => RunAsync(session, parsed.GetValue(draft), cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(ReturnSession session, bool draftOnly, CancellationToken cancel)
    {
        var simulated = await session.SimulateAsync(cancel);
        if (!simulated.Succeeded)
            return session.Refuse(simulated);

        var simulation = simulated.Read<Simulation>();
        if (!simulation.Acceptable)
        {
            var summary = FindingsPrinter.Summary(simulation.Findings);
            session.Show(simulated, simulation.Findings, $"Remontée à corriger, rien n'a été envoyé : {summary}.");
            return ExitCode.Refused;
        }

        var current = await session.CurrentAsync(cancel);
        if (!current.Succeeded && current.Status is not HttpStatusCode.NotFound)
            return session.Refuse(current);

        var stored = await session.PutAsync(replacing: current.Succeeded ? current.RequiredETag : null, cancel);
        if (!stored.Succeeded)
            return session.Refuse(stored);

        var version = stored.Read<StoredReturn>();
        return draftOnly || version.State is StoredReturn.Deposited or StoredReturn.Accepted
            ? Conclude(session, stored, version)
            : await DepositAsync(session, stored.RequiredETag, simulation.Receipt, version, cancel);
    }

    private static async Task<int> DepositAsync(
        ReturnSession session, string etag, string receipt, StoredReturn version, CancellationToken cancel)
    {
        var deposited = await session.DepositAsync(etag, receipt, cancel);
        return deposited.Succeeded
            ? Conclude(session, deposited, deposited.Read<StoredReturn>())
            : session.Refuse(deposited, $"La version {version.Version} est enregistrée ({StateOf(version)}) mais n'est pas déposée.");
    }

    private static int Conclude(ReturnSession session, Answer answer, StoredReturn stored)
    {
        var depositedAt = stored.DepositedAt is { } at ? $" le {at:dd'/'MM'/'yyyy 'à' HH':'mm} (UTC{at:zzz})" : "";
        session.Show(
            answer,
            stored.Findings,
            $"Remontée {stored.Year} de {stored.Territory} : version {stored.Version}, {StateOf(stored)}{depositedAt}. "
            + $"{FindingsPrinter.Summary(stored.Findings)}.");
        return ExitCode.Done;
    }

    private static string StateOf(StoredReturn stored) => stored.State switch
    {
        StoredReturn.Draft => "brouillon",
        StoredReturn.Deposited => "déposée",
        StoredReturn.Accepted => "validée",
        StoredReturn.SentBack => "renvoyée",
        var state => state,
    };
}
