using Reporting.Api.Access;
using Reporting.Domain.Returns;
using Reporting.Store.Registry;

namespace Reporting.Api.Grants;

/// <summary>Holds a grant that is asked for to the issuers of the service and to the registry.</summary>
internal sealed class GrantReading(KnownIssuers issuers, TerritoryStore territories)
{
    private const string Rule = "HABILITATION";

    private static readonly Message _oneScope = new("une-portee", "Une habilitation vaut pour un territoire ou pour une région, l'un des deux.");
    private static readonly Message _unknownTerritory = new("territoire-inconnu", "Ce territoire n'est pas au registre.");
    private static readonly Message _unknownRegion = new("region-inconnue", "Aucun territoire du registre n'est dans cette région.");

    public async Task<IReadOnlyList<Finding>> FindingsAsync(GrantBody body, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        if (!issuers.Names.Contains(IssuerOf(body)))
        {
            findings.Add(Finding.At(Rule, Severity.Error, "/emetteur", UnknownIssuer(issuers.Names)));
        }

        if (body.Territory is null == body.Region is null)
        {
            findings.Add(Finding.At(Rule, Severity.Error, "", _oneScope));
        }

        if (body.Territory is { } siren && await territories.FindAsync(siren, at: null, cancel) is null)
        {
            findings.Add(Finding.At(Rule, Severity.Error, "/territoire", _unknownTerritory));
        }

        if (body.Region is { } region && (await territories.AllAsync(at: null, cancel)).All(territory => territory.Region != region))
        {
            findings.Add(Finding.At(Rule, Severity.Error, "/region", _unknownRegion));
        }

        return findings;
    }

    public static string IssuerOf(GrantBody body) => body.Issuer ?? EntraSignIn.Name;

    private static Message UnknownIssuer(IReadOnlyList<string> names) =>
        new("emetteur-inconnu", $"Ce fournisseur d'identité n'est pas configuré : {string.Join(", ", names)}.");
}
