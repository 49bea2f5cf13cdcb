using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Reporting.Domain.Contracts;
using Reporting.Domain.Participations;

namespace Reporting.Cli.Commands;

/// <summary>What `compter` asks.</summary>
internal sealed class CountOptions
{
    public const string StandardInput = "-";

    public Argument<string[]> Files { get; } = new("fichiers")
    {
        Description = "Les participations, en CSV ou NDJSON UTF-8, compressées par gzip ou non ; « - » pour l'entrée standard",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<int> Year { get; } = YearOption.Create();

    public Option<string?> Output { get; } = File("--sortie", "Écrire ici la remontée à déposer");

    public Option<string?> Receipt { get; } = File("--recu", "Écrire ici le reçu : ce qui a été lu, rejeté, retenu, et par quelle règle");

    public Option<string?> Rejects { get; } = File("--rejets", "Écrire ici les enregistrements rejetés (CSV : fichier, ligne, colonne, motif)");

    public Option<string?> Targets { get; } = File("--cibles", "Y prendre les cibles de l'année : un contrat rendu par le service, ou une remontée");

    public Option<bool> Overwrite { get; } = new("--ecraser") { Description = "Remplacer les fichiers de sortie qui existent déjà" };

    public Option<decimal> Tolerance { get; } = new("--tolerance")
    {
        Description = "Part d'enregistrements rejetés admise, en % ; 1 à défaut",
        HelpName = "pourcentage",
        CustomParser = ParsePercentage,
    };

    public Option<int> Threads { get; } = new("--fils")
    {
        Description = "Fils d'exécution ; à défaut un par processeur, quatre au plus",
        HelpName = "nombre",
        CustomParser = ParseThreads,
    };

    public CountingOptions Read(ParseResult parsed) => new()
    {
        Year = parsed.GetRequiredValue(Year) is >= Contract.FirstYear and <= Contract.LastYear and var year
            ? year
            : throw Failure.Usage($"--annee va de {Contract.FirstYear} à {Contract.LastYear}."),
        Tolerance = parsed.GetResult(Tolerance) is null ? new CountingOptions { Year = 0 }.Tolerance : parsed.GetValue(Tolerance) / 100,
        Threads = parsed.GetResult(Threads) is null ? Math.Min(Environment.ProcessorCount, 4) : parsed.GetValue(Threads),
    };

    public void Check(CommandResult result)
    {
        result.Require(Year);
        if (result.GetValue(Files)?.Count(file => file == StandardInput) > 1)
            result.AddError("l'entrée standard (« - ») ne se lit qu'une fois.");
    }

    private static Option<string?> File(string name, string description) => new(name) { Description = description, HelpName = "fichier" };

    private static decimal ParsePercentage(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percentage)
            && percentage <= 100)
            return percentage;

        result.AddError($"--tolerance attend un pourcentage de 0 à 100 ; reçu « {text} ».");
        return 0;
    }

    private static int ParseThreads(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads is >= 1 and <= 64)
            return threads;

        result.AddError($"--fils attend un nombre de 1 à 64 ; reçu « {text} ».");
        return 1;
    }
}
