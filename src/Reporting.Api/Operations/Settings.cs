using System.CommandLine;
using System.Text.RegularExpressions;

namespace Reporting.Api.Operations;

/// <summary>
/// What a command line holds besides a verb and its options: settings of the service. After a verb only
/// <c>--Section:Key=value</c> is one, so that a misspelt option is never taken for a setting and lost.
/// </summary>
internal static partial class Settings
{
    public static IReadOnlyList<string> Misuse(ParseResult parsed) => parsed.CommandResult.Command is RootCommand
        ? [.. parsed.UnmatchedTokens.Take(1).Where(IsWord).Select(word =>
            $"« {word} » n'est ni une commande ni un réglage de la forme --Section:Clé=valeur.")]
        : [.. parsed.UnmatchedTokens.Where(token => !Setting().IsMatch(token)).Select(token =>
            $"« {token} » n'est ni une option de « {parsed.CommandResult.Command.Name} » ni un réglage de la forme --Section:Clé=valeur.")];

    /// <summary>Lets a verb take settings.</summary>
    public static Command WithSettings(this Command command)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        return command;
    }

    public static string[] Of(ParseResult parsed) => [.. parsed.UnmatchedTokens];

    private static bool IsWord(string token) => token is not ['-' or '/', ..] && !token.Contains('=');

    [GeneratedRegex(@"^--\w+(:\w+)+=")]
    private static partial Regex Setting();
}
