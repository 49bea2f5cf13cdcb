using System.Text.Json.Serialization;

namespace Reporting.Cli.Service;

internal sealed record IssuedToken([property: JsonPropertyName("jeton")] string Token);
