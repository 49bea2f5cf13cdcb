using Microsoft.Net.Http.Headers;

namespace Reporting.Api.Transport;

/// <summary>Headers by which a browser or a cache does with an answer only what the service means it to.</summary>
internal sealed class ResponseHeaders(RequestDelegate next)
{
    private const string NoFeatures =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy.Of(http.Request.Path);
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = NoFeatures;
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers.Remove("x-swagger-ui-version");
            // Whoever keeps an answer keeps it for its caller alone, and asks again before giving it.
            if (!headers.ContainsKey(HeaderNames.CacheControl))
            {
                headers.CacheControl = "private, no-cache";
            }

            return Task.CompletedTask;
        });
        return next(http);
    }
}
