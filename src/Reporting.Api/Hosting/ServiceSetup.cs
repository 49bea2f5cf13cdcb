using System.Globalization;
using Reporting.Api.Access;
using Reporting.Api.Campaigns;
using Reporting.Api.Dashboards;
using Reporting.Api.FollowUp;
using Reporting.Api.Json;
using Reporting.Api.OpenApi;
using Reporting.Api.Returns;
using Reporting.Api.SampleData;
using Reporting.Api.Territories;
using Reporting.Store;
using Reporting.Store.Campaigns;
using Reporting.Store.Contracts;
using Reporting.Store.FollowUp;
using Reporting.Store.Registry;
using Reporting.Store.Returns;
using Reporting.Store.Totals;

namespace Reporting.Api.Hosting;

/// <summary>Everything that the service is made of.</summary>
internal static class ServiceSetup
{
    // A next link of the feed carries the whole query and a token beside it.
    private const int LongestRequestLine = 16 * 1024;

    public static void AddReporting(this WebApplicationBuilder builder)
    {
        // What the service writes never depends on the machine that it runs on.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        builder.AddLogs();
        builder.AddBearerTokens();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = PostedBody.MaximumBytes;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
        });
        builder.Services
            .ConfigureHttpJsonOptions(options => WireJson.Configure(options.SerializerOptions))
            .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
            .AddSingleton(Clock(builder))
            .AddSingleton<DataFolder>()
            .AddOpenApiDocument()
            .AddStore(builder.Configuration)
            .AddSingleton<VisibleTerritories>()
            .AddSingleton<CampaignGate>()
            .AddSingleton<ReturnCounting>()
            .AddSingleton<ReturnAdmission>()
            .AddSingleton<Submission>()
            .AddSingleton<DashboardBuilder>()
            .AddSingleton<CampaignFollowUp>()
            .AddSingleton<SampleReturns>()
            .AddSingleton<StorePreparation>()
            .AddHealthChecks().AddCheck<StoreHealthCheck>(StoreHealthCheck.Name);
    }

    private static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(provider =>
            {
                var options = configuration.GetSection("Store").Get<StoreOptions>() ?? new();
                if (options is { Provider: Engine.Sqlite, ConnectionString: "" })
                {
                    options.ConnectionString = $"Data Source={provider.GetRequiredService<DataFolder>().PathOf("reporting.db")}";
                }

                return options;
            })
            .AddSingleton<Database>()
            .AddSingleton<SchemaInstaller>()
            .AddSingleton<ReferenceData>()
            .AddSingleton<TerritoryStore>()
            .AddSingleton<CampaignStore>()
            .AddSingleton<ContractStore>()
            .AddSingleton<ReturnReader>()
            .AddSingleton<ReturnStore>()
            .AddSingleton<ReturnHistory>()
            .AddSingleton<FigureStore>();

    private static TimeProvider Clock(WebApplicationBuilder builder) =>
        builder.Environment.IsDevelopment()
        && builder.Configuration.GetValue<DateTimeOffset?>("Reporting:Now") is { } now
            ? new FixedClock(now)
            : TimeProvider.System;
}
