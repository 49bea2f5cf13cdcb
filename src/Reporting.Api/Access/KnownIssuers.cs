namespace Reporting.Api.Access;

/// <summary>The identity providers that a grant can name.</summary>
internal sealed class KnownIssuers(IReadOnlyList<IssuerSettings> issuers)
{
    public IReadOnlyList<string> Names { get; } = [EntraSignIn.Name, .. issuers.Select(issuer => issuer.Name)];
}
