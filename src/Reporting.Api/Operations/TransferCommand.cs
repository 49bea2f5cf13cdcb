using System.CommandLine;
using System.Globalization;
using Reporting.Store;
using Reporting.Store.Transfers;

namespace Reporting.Api.Operations;

/// <summary><c>transferer</c>: copies a whole store into an empty one, to leave SQLite for SQL Server or come back.</summary>
internal static class TransferCommand
{
    private static readonly CultureInfo French = new("fr-FR");

    public static Command Build(Shell shell)
    {
        var from = new Option<string>("--depuis")
        {
            HelpName = "fichier",
            Description = "Fichier SQLite à copier ; à défaut, le magasin que désignent les réglages",
        };
        var to = new Option<string>("--vers")
        {
            HelpName = "fichier",
            Description = "Fichier SQLite à remplir, vide ou à créer ; à défaut, le magasin que désignent les réglages",
        };
        var command = new Command("transferer", "Copier tout un magasin dans un magasin vide, et prouver la copie").WithSettings();
        command.Options.Add(from);
        command.Options.Add(to);
        command.SetAction(async (parsed, cancel) =>
        {
            var (source, target) = (parsed.GetValue(from), parsed.GetValue(to));
            Check(source, target);
            await using var host = OperatorHost.Build(parsed);
            using var sourceStore = source is null ? null : Open(source);
            using var targetStore = target is null ? null : Open(target);
            var configured = host.Services.GetRequiredService<Database>();
            return await RunAsync(shell, sourceStore ?? configured, targetStore ?? configured, cancel);
        });
        return command;
    }

    private static void Check(string? source, string? target)
    {
        if (source is null && target is null)
        {
            throw Failure.Usage("""
                il manque --depuis <fichier> ou --vers <fichier> : l'autre bout est le magasin que désignent les réglages.
                  Vers SQL Server : Store__Provider=SqlServer Store__ConnectionString=… Reporting.Api transferer --depuis var/reporting.db
                  Retour à SQLite : les mêmes réglages, et transferer --vers copie.db
                """);
        }

        if (source is not null && !File.Exists(source))
        {
            throw Failure.Usage($"{source} : ce fichier n'existe pas. Vérifiez le chemin donné à --depuis.");
        }
    }

    private static Database Open(string file) => new(StoreOptions.OfFile(Path.GetFullPath(file)), TimeProvider.System);

    private static async Task<int> RunAsync(Shell shell, Database source, Database target, CancellationToken cancel)
    {
        var transfer = new StoreTransfer(source, target, TimeProvider.System);
        var tables = await TransferProgressBars.ShowAsync(
            shell, report => transfer.RunAsync(OperatorHost.Author, report, cancel));

        shell.Out.WriteLine(
            $"{source.Place} -> {target.Place} : {Number(tables.Sum(table => table.Rows))} lignes dans {tables.Count} tables, "
            + "copiées puis relues des deux côtés, identiques.");
        var (name, count) = (tables.Max(table => table.Name.Length), tables.Max(table => Number(table.Rows).Length));
        foreach (var table in tables)
        {
            shell.Out.WriteLine($"  {table.Name.PadRight(name)}  {Number(table.Rows).PadLeft(count)}  sha256 {table.Digest}");
        }

        return ExitCode.Done;
    }

    private static string Number(long value) => value.ToString("N0", French).Replace('\u202F', ' ').Replace('\u00A0', ' ');
}
