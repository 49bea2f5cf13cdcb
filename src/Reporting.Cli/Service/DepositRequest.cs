using System.Text.Json.Serialization;

namespace Reporting.Cli.Service;

internal sealed record DepositRequest([property: JsonPropertyName("recu")] string Receipt);
