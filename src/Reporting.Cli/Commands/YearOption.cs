using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Reporting.Cli.Commands;

internal static class YearOption
{
    public static Option<int> Create() => new("--annee")
    {
        Description = "Année comptée, par exemple 2024 (obligatoire)",
        HelpName = "année",
        CustomParser = ParseYear,
    };

    /// <summary>Not <see cref="Option.Required"/>: the library would say so in English.</summary>
    public static void Require(this CommandResult result, Option option)
    {
        if (result.GetResult(option) is null)
            result.AddError($"il manque {option.Name} <{option.HelpName}>.");
    }

    private static int ParseYear(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return year;

        result.AddError($"--annee attend une année, comme 2024 ; reçu « {text} ».");
        return 0;
    }
}
