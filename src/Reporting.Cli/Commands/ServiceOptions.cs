using System.CommandLine;
using Reporting.Cli.Service;

namespace Reporting.Cli.Commands;

internal sealed class ServiceOptions(Shell shell)
{
    private const string LocalService = "http://localhost:5000";

    public Option<string> Url { get; } = new("--url")
    {
        Description = $"Adresse du service ; à défaut REPORTING_URL, sinon {LocalService}",
        HelpName = "adresse",
    };

    public Option<string> Token { get; } = new("--jeton")
    {
        Description = "Jeton d'accès ; à défaut REPORTING_JETON, qui ne se lit pas, lui, dans la liste des processus",
        HelpName = "jeton",
    };

    public ServiceClient ConnectAnonymously(ParseResult parsed) => new(ReadUrl(parsed), token: null);

    public ServiceClient Connect(ParseResult parsed) => new(ReadUrl(parsed), ReadToken(parsed));

    /// <summary>As somebody else than the bearer of --jeton.</summary>
    public ServiceClient ConnectAs(ParseResult parsed, string token) => new(ReadUrl(parsed), Checked(token));

    private Uri ReadUrl(ParseResult parsed)
    {
        var text = parsed.GetValue(Url) ?? Variable("REPORTING_URL") ?? LocalService;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw Failure.Usage($"l'adresse « {text} » n'est pas une URL http ou https, comme https://reporting.exemple.fr.");
    }

    private string? ReadToken(ParseResult parsed) =>
        (parsed.GetValue(Token) ?? Variable("REPORTING_JETON"))?.Trim() is { } token ? Checked(token) : null;

    private static string Checked(string token) =>
        token.All(c => char.IsAscii(c) && !char.IsControl(c) && c is not ' ')
            ? token
            : throw Failure.Usage("le jeton contient une espace ou un caractère étranger : recopiez-le en entier, sur une ligne.");

    private string? Variable(string name) =>
        shell.Variable(name) is { Length: > 0 } value ? value : null;
}
