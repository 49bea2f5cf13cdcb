using System.Text.Json.Serialization;

namespace Reporting.Cli.Service;

internal sealed record StoredReturn(
    [property: JsonPropertyName("annee")] int Year,
    [property: JsonPropertyName("territoire")] string Territory,
    [property: JsonPropertyName("version")] int Version,
    [property: JsonPropertyName("etat")] string State,
    [property: JsonPropertyName("constats")] IReadOnlyList<Finding> Findings,
    [property: JsonPropertyName("deposeLe")] DateTimeOffset? DepositedAt = null)
{
    public const string Draft = "brouillon";
    public const string Deposited = "deposee";
    public const string Accepted = "validee";
    public const string SentBack = "renvoyee";
}
