using System.CommandLine;
using Reporting.Store;

namespace Reporting.Api.Operations;

/// <summary><c>migrer</c>: brings the store's schema up to this release, or tells what that would take.</summary>
internal static class MigrateCommand
{
    public static Command Build(Shell shell)
    {
        var check = new Option<bool>("--controle") { Description = "Montrer ce qui serait appliqué, sans rien changer (code de sortie 1 s'il y a quelque chose)" };
        var command = new Command("migrer", "Mettre le schéma du magasin au niveau de cette version").WithSettings();
        command.Options.Add(check);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var host = OperatorHost.Build(parsed);
            return parsed.GetValue(check)
                ? await CheckAsync(shell, host.Services, cancel)
                : await ApplyAsync(shell, host.Services, cancel);
        });
        return command;
    }

    private static async Task<int> CheckAsync(Shell shell, IServiceProvider services, CancellationToken cancel)
    {
        var pending = await services.GetRequiredService<SchemaInstaller>().PendingAsync(cancel);
        if (pending is [])
        {
            shell.Out.WriteLine($"{Place(services)} : le schéma est à jour, rien à appliquer.");
            return ExitCode.Done;
        }

        List(shell, $"{Place(services)} : {Count(pending.Count)} à appliquer, rien n'a été changé", pending);
        return ExitCode.Pending;
    }

    private static async Task<int> ApplyAsync(Shell shell, IServiceProvider services, CancellationToken cancel)
    {
        var done = await services.GetRequiredService<StoreInstaller>().InstallAsync(OperatorHost.Author, cancel);
        if (done.Applied is [])
        {
            shell.Out.WriteLine($"{Place(services)} : le schéma était déjà à jour, rien n'a été appliqué.");
        }
        else
        {
            List(shell, $"{Place(services)} : {Count(done.Applied.Count)} appliqué{(done.Applied.Count > 1 ? "s" : "")}", done.Applied);
        }

        foreach (var shortfall in done.Left)
        {
            shell.Error.WriteLine($"Avertissement : {ShortfallMessages.Of(shortfall)}");
        }

        return ExitCode.Done;
    }

    private static string Place(IServiceProvider services) => services.GetRequiredService<Database>().Place;

    private static string Count(int scripts) => scripts == 1 ? "1 script" : $"{scripts} scripts";

    private static void List(Shell shell, string title, IReadOnlyList<string> scripts)
    {
        shell.Out.WriteLine($"{title} :");
        foreach (var script in scripts)
        {
            shell.Out.WriteLine($"  {script}");
        }
    }
}
