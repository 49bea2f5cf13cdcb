using Microsoft.AspNetCore.Http.Timeouts;
using Reporting.Api.Counts;
using Reporting.Api.Json;
using Reporting.Api.Problems;

namespace Reporting.Api.Limits;

/// <summary>The limits of the service and of its server.</summary>
internal static class LimitSetup
{
    /// <summary>The time limit of routes that count records.</summary>
    public const string Counting = nameof(Counting);

    // A next link of the feed carries the whole query and a token beside it.
    private const int LongestRequestLine = 16 * 1024;
    private const int MostHeaders = 64;
    private static readonly TimeSpan SlowestHeaders = TimeSpan.FromSeconds(15);

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton(provider => Section<LimitSettings>(provider, LimitSettings.Section))
            .AddSingleton(provider => Section<CountSettings>(provider, CountSettings.Section))
            .AddSingleton<ClientQuotas>()
            .AddSingleton<ReadPlaces>()
            .AddRequestTimeouts();
        builder.Services.AddOptions<RequestTimeoutOptions>().Configure<LimitSettings, CountSettings>((options, limits, counts) =>
        {
            options.DefaultPolicy = Within(TimeSpan.FromSeconds(limits.Seconds));
            options.AddPolicy(Counting, Within(TimeSpan.FromMinutes(counts.Minutes)));
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = PostedBody.MaximumBytes;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
            kestrel.Limits.MaxRequestHeaderCount = MostHeaders;
            kestrel.Limits.RequestHeadersTimeout = SlowestHeaders;
            builder.Configuration.GetSection("Kestrel:Limits").Bind(kestrel.Limits);
        });
    }

    public static void UseQuotas(this WebApplication app)
    {
        // A limit that makes no sense is told when the service starts, not to whom it would refuse.
        _ = app.Services.GetRequiredService<LimitSettings>();
        app.UseMiddleware<QuotaMiddleware>();
    }

    public static void UseReadPlaces(this WebApplication app) => app.UseMiddleware<PlaceMiddleware>();

    private static T Section<T>(IServiceProvider provider, string section)
        where T : class, new() =>
        provider.GetRequiredService<IConfiguration>().GetSection(section).Get<T>() ?? new();

    private static RequestTimeoutPolicy Within(TimeSpan time) => new()
    {
        Timeout = time,
        TimeoutStatusCode = ProblemType.TimedOut.Status,
        WriteTimeoutResponse = http =>
        {
            // It is the request's own token that told to stop: with it the answer would stop too.
            http.RequestAborted = CancellationToken.None;
            return Problem.TimedOut().ExecuteAsync(http);
        },
    };
}
