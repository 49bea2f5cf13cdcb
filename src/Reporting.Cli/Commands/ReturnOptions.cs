using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Reporting.Cli.Commands;

/// <summary>What `simuler` and `deposer` both ask: the file and where it goes.</summary>
internal sealed class ReturnOptions
{
    public Argument<string> File { get; } = new("fichier.json")
    {
        Description = "La remontée, en JSON UTF-8 ; « - » pour l'entrée standard",
    };

    public Option<int> Year { get; } = new("--annee")
    {
        Description = "Année comptée, par exemple 2024 (obligatoire)",
        HelpName = "année",
        CustomParser = ParseYear,
    };

    public Option<string> Territory { get; } = new("--territoire")
    {
        Description = "SIREN du territoire, 9 chiffres (obligatoire)",
        HelpName = "SIREN",
        Validators = { CheckSiren },
    };

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Rendre la réponse du service telle quelle, en JSON",
    };

    /// <summary>Not <see cref="Option.Required"/>: the library would say so in English.</summary>
    public void CheckGiven(CommandResult result)
    {
        foreach (var option in new Option[] { Year, Territory })
        {
            if (result.GetResult(option) is null)
                result.AddError($"il manque {option.Name} <{option.HelpName}>.");
        }
    }

    private static int ParseYear(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return year;

        result.AddError($"--annee attend une année, comme 2024 ; reçu « {text} ».");
        return 0;
    }

    private static void CheckSiren(OptionResult result)
    {
        if (result.Tokens is [{ Value: var text }] && (text.Length != 9 || !text.All(char.IsAsciiDigit)))
            result.AddError($"--territoire attend un SIREN de 9 chiffres, comme 243300316 ; reçu « {text} ».");
    }
}
