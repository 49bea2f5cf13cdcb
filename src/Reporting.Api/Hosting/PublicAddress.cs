namespace Reporting.Api.Hosting;

/// <summary>The absolute addresses that the service gives out.</summary>
internal sealed class PublicAddress(IConfiguration configuration)
{
    private readonly string? _configured = configuration["Reporting:PublicBaseUrl"]?.TrimEnd('/');

    /// <summary>An address as this caller reaches the service.</summary>
    public string Of(HttpRequest request, string path) =>
        $"{_configured ?? $"{request.Scheme}://{request.Host}{request.PathBase}"}{path}";
}
