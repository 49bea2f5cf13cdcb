using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Net.Http.Headers;
using Reporting.Api.Idempotency;
using Reporting.Api.Limits;

namespace Reporting.Api.Transport;

/// <summary>What holds for every request before anything is made of it.</summary>
internal static class TransportSetup
{
    private const string TrustEverybody = "FORWARDEDHEADERS_ENABLED";

    public static void AddTransport(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetValue<bool>(TrustEverybody))
        {
            throw new InvalidOperationException(
                $"ASPNETCORE_{TrustEverybody} would believe the forwarded headers of anybody: name the proxies in Transport:Proxies instead.");
        }

        var settings = builder.Configuration.GetSection(TransportSettings.Section).Get<TransportSettings>() ?? new();
        builder.Services
            .AddSingleton(settings)
            .Configure<HostFilteringOptions>(options => options.IncludeFailureMessage = false)
            .AddHsts(options =>
            {
                options.MaxAge = TimeSpan.FromDays(365);
                options.IncludeSubDomains = true;
            })
            .AddCors(options => options.AddDefaultPolicy(policy => policy
                .WithOrigins([.. settings.Origins])
                .WithMethods("GET", "HEAD", "POST", "PUT", "DELETE")
                .WithHeaders(
                    HeaderNames.Authorization, HeaderNames.ContentType, HeaderNames.Accept, HeaderNames.IfMatch, HeaderNames.IfNoneMatch,
                    IdempotencyKey.Header, "Prefer", "OData-Version", "OData-MaxVersion")
                .WithExposedHeaders(
                    HeaderNames.ETag, HeaderNames.Location, HeaderNames.RetryAfter, RateLimitFields.Policy, RateLimitFields.Limit,
                    IdempotencyKey.Replayed, "OData-Version")))
            .Configure<ForwardedHeadersOptions>(options =>
            {
                options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
                options.ForwardLimit = settings.Hops;
                options.KnownProxies.Clear();
                options.KnownIPNetworks.Clear();
                foreach (var network in settings.Networks())
                {
                    options.KnownIPNetworks.Add(network);
                }
            });
    }

    public static void UseTransport(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<TransportSettings>();
        // Without a known network the middleware would believe everybody.
        if (settings.Networks().Any())
        {
            app.UseForwardedHeaders();
        }

        app.UseMiddleware<ResponseHeaders>();
        if (settings.RequireHttps ?? !app.Environment.IsDevelopment())
        {
            app.UseHsts();
            app.UseMiddleware<HttpsOnly>();
        }
    }

    /// <summary>Answers the pages of other origins, if any are named.</summary>
    public static void UseNamedOrigins(this WebApplication app)
    {
        if (app.Services.GetRequiredService<TransportSettings>().Origins is not [])
        {
            app.UseCors();
        }
    }
}
