using System.CommandLine;
using System.Net;
using Reporting.Cli.Printing;
using Reporting.Cli.Service;

namespace Reporting.Cli.Commands;

internal static class TokenCommand
{
    public static Command Build(Shell shell)
    {
        var service = new ServiceOptions(shell);
        var role = new Argument<string>("role") { Description = "Rôle du jeton" }
            .AcceptOnlyFromAmong("metropole", "commissaire", "dgcs", "lecteur");
        var territories = new Option<string[]>("--territoire") { Description = "SIREN accessible ; peut se répéter", HelpName = "SIREN" };
        var regions = new Option<string[]>("--region") { Description = "Code de région accessible ; peut se répéter", HelpName = "code" };
        var command = new Command("jeton", "Obtenir un jeton d'un service en développement")
        {
            role, territories, regions, service.Url,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            using var client = service.ConnectAnonymously(parsed);
            var path = Path(parsed.GetRequiredValue(role), parsed.GetValue(territories) ?? [], parsed.GetValue(regions) ?? []);
            return await RunAsync(shell, client, path, cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, ServiceClient client, string path, CancellationToken cancel)
    {
        var answer = await shell.WithProgressAsync(
            "Demande du jeton…", () => client.SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path), cancel));
        if (answer.Status is HttpStatusCode.NotFound)
        {
            throw Failure.Usage("""
                ce service n'émet pas de jeton : seul un service lancé en développement en émet.
                  En production, demandez le jeton au fournisseur d'identité.
                """);
        }

        if (!answer.Succeeded)
        {
            ProblemPrinter.Print(shell.Error, answer);
            return ProblemPrinter.ExitCodeOf(answer.Status);
        }

        shell.Out.WriteLine(answer.Read<IssuedToken>().Token);
        return ExitCode.Done;
    }

    private static string Path(string role, IEnumerable<string> territories, IEnumerable<string> regions)
    {
        var scope = territories.Select(siren => $"territoire={Uri.EscapeDataString(siren)}")
            .Concat(regions.Select(code => $"region={Uri.EscapeDataString(code)}"));
        return $"dev/jetons/{role}?{string.Join('&', scope)}".TrimEnd('?');
    }
}
