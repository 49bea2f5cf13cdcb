using System.Globalization;
using Reporting.Api.Access;
using Reporting.Api.Campaigns;
using Reporting.Api.Counts;
using Reporting.Api.Dashboards;
using Reporting.Api.Feed;
using Reporting.Api.FollowUp;
using Reporting.Api.Grants;
using Reporting.Api.Idempotency;
using Reporting.Api.Json;
using Reporting.Api.Limits;
using Reporting.Api.OpenApi;
using Reporting.Api.Recounts;
using Reporting.Api.Returns;
using Reporting.Api.Reviews;
using Reporting.Api.SampleData;
using Reporting.Api.Territories;
using Reporting.Api.Transport;
using Reporting.Api.Webhooks;

namespace Reporting.Api.Hosting;

/// <summary>Everything that the service is made of.</summary>
internal static class ServiceSetup
{
    public static void AddReporting(this WebApplicationBuilder builder)
    {
        // What the service writes never depends on the machine that it runs on.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        builder.AddLogs();
        builder.AddStore();
        builder.AddSignIn();
        builder.AddTransport();
        builder.AddLimits();
        builder.Services
            .ConfigureHttpJsonOptions(options => WireJson.Configure(options.SerializerOptions))
            .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
            .AddOpenApiDocument()
            .AddFeed()
            .AddSingleton<VisibleTerritories>()
            .AddSingleton<GrantReading>()
            .AddSingleton<ReturnGate>()
            .AddSingleton<ReturnCounting>()
            .AddSingleton<ReturnAdmission>()
            .AddSingleton<Submission>()
            .AddSingleton<Reviewing>()
            .AddSingleton<Recounting>()
            .AddSingleton<CountGate>()
            .AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection(SecrecySettings.Section).Get<SecrecySettings>() ?? new())
            .AddSingleton<Audiences>()
            .AddSingleton<AnswerSeals>().AddSingleton<AnswerScope>()
            .AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection(RetentionSettings.Section).Get<RetentionSettings>() ?? new())
            .AddHostedService<KeptAnswerPurge>()
            .AddSingleton<DashboardBuilder>()
            .AddSingleton<SeriesBuilder>()
            .AddSingleton<CampaignFollowUp>()
            .AddSingleton<TerritoryFollowUp>()
            .AddSingleton<PublicAddress>()
            .AddSingleton<VisibleWebhooks>()
            .AddWebhooks(builder.Environment)
            .AddSingleton<SampleReturns>()
            .AddSingleton<StorePreparation>()
            .AddSingleton<StoreHealthCheck>()
            .AddHealthChecks().AddCheck<StoreHealthCheck>(StoreHealthCheck.Name);
    }
}
