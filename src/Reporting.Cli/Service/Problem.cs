using System.Text.Json.Serialization;

namespace Reporting.Cli.Service;

/// <summary>RFC 9457; every member may be missing when it is not the service that answered.</summary>
internal sealed record Problem(
    [property: JsonPropertyName("type")] string? Type = null,
    [property: JsonPropertyName("title")] string? Title = null,
    [property: JsonPropertyName("detail")] string? Detail = null,
    [property: JsonPropertyName("traceId")] string? TraceId = null,
    [property: JsonPropertyName("constats")] IReadOnlyList<Finding>? Findings = null);
