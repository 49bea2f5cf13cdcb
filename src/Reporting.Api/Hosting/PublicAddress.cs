namespace Reporting.Api.Hosting;

/// <summary>The absolute addresses that the service gives out.</summary>
internal sealed class PublicAddress(IConfiguration configuration)
{
    private readonly string? _configured = configuration["Reporting:PublicBaseUrl"]?.TrimEnd('/');

    /// <summary>An address as it is configured; without a host when none is, for there is no caller to ask.</summary>
    public string Configured(string path) => $"{_configured}{path}";

    /// <summary>An address as this caller reaches the service.</summary>
    public string Of(HttpRequest request, string path) =>
        $"{_configured ?? $"{request.Scheme}://{request.Host}{request.PathBase}"}{path}";
}
