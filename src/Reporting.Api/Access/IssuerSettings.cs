using System.Text.RegularExpressions;
using Reporting.Api.ReaderKeys;

namespace Reporting.Api.Access;

/// <summary>An OpenID Connect issuer that signs callers in, beside Entra ID or instead of it.</summary>
/// <param name="Name">What grants call it.</param>
/// <param name="Authority">Where its discovery document is, which is what its tokens name.</param>
/// <param name="Audiences">Whom its tokens may be for.</param>
/// <param name="RoleClaim">The claim that holds the roles.</param>
internal sealed partial record IssuerSettings(string Name, string Authority, IReadOnlyList<string> Audiences, string RoleClaim)
{
    private const string Section = "Reporting:Issuers";

    private static readonly string[] _reservedNames = [EntraSignIn.Name, ReaderKeyHandler.Name];

    public string Scheme => $"Issuer {Name}";

    public bool Issues(string? issuer) => issuer?.TrimEnd('/') == Authority.TrimEnd('/');

    public static IReadOnlyList<IssuerSettings> Read(IConfiguration configuration, bool development) =>
        [.. configuration.GetSection(Section).GetChildren().Select(section => Read(section, development))];

    private static IssuerSettings Read(IConfigurationSection section, bool development)
    {
        var audiences = section.GetSection("Audiences").Get<string[]>() ?? [];
        Require(section, NamePattern().IsMatch(section.Key) && !_reservedNames.Contains(section.Key), "is named in lower case, and not as Entra ID or the readers' keys are");
        Require(
            section,
            Uri.TryCreate(section["Authority"], UriKind.Absolute, out var authority)
                && (authority.Scheme == Uri.UriSchemeHttps || development),
            "needs an Authority that begins with https://");
        Require(section, audiences.Length > 0 && audiences.All(audience => audience.Length > 0), "needs Audiences: a token for anybody else is not for this service");
        return new(section.Key, section["Authority"]!, audiences, section["RoleClaim"] ?? Claims.Role);
    }

    private static void Require(IConfigurationSection section, bool holds, string rule)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{section.Path} {rule}.");
        }
    }

    [GeneratedRegex("^[a-z0-9-]{1,64}$")]
    private static partial Regex NamePattern();
}
