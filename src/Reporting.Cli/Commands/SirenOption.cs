using System.CommandLine;
using System.CommandLine.Parsing;

namespace Reporting.Cli.Commands;

internal static class SirenOption
{
    public static Option<string> Create(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "SIREN" };
        option.Validators.Add(Check);
        return option;
    }

    private static void Check(OptionResult result)
    {
        if (result.Tokens is [{ Value: var text }] && (text.Length != 9 || !text.All(char.IsAsciiDigit)))
            result.AddError($"{result.Option.Name} attend un SIREN de 9 chiffres, comme 243300316 ; reçu « {text} ».");
    }
}
