using Reporting.Store;
using Reporting.Store.Access;
using Reporting.Store.Campaigns;
using Reporting.Store.Contracts;
using Reporting.Store.FollowUp;
using Reporting.Store.Idempotency;
using Reporting.Store.Journal;
using Reporting.Store.Registry;
using Reporting.Store.Returns;
using Reporting.Store.Totals;
using Reporting.Store.Webhooks;

namespace Reporting.Api.Hosting;

/// <summary>The store, as the service and its operator's verbs share it.</summary>
internal static class StoreSetup
{
    public static void AddStore(this WebApplicationBuilder builder) =>
        builder.Services
            .AddSingleton(Clock(builder))
            .AddSingleton<DataFolder>()
            .AddSingleton(Options)
            .AddSingleton<Database>()
            .AddSingleton<SchemaInstaller>()
            .AddSingleton<StoreIdentity>()
            .AddSingleton<ReferenceData>()
            .AddSingleton<SmallestCountStore>()
            .AddSingleton<StoreInstaller>()
            .AddSingleton<TerritoryStore>()
            .AddSingleton<TerritoryVersions>()
            .AddSingleton<CampaignStore>()
            .AddSingleton<CampaignVersions>()
            .AddSingleton<ContractStore>()
            .AddSingleton<ReturnReader>()
            .AddSingleton<ReturnStore>()
            .AddSingleton<ReturnLifeReader>()
            .AddSingleton<CommentStore>()
            .AddSingleton<ProgressStore>()
            .AddSingleton<SubscriptionStore>()
            .AddSingleton<AccessGrantStore>()
            .AddSingleton<ReaderKeyStore>()
            .AddSingleton<WebhookStore>()
            .AddSingleton<DeliveryStore>()
            .AddSingleton<FigureStore>()
            .AddSingleton<JournalStore>()
            .AddSingleton<KeptAnswerStore>();

    private static StoreOptions Options(IServiceProvider provider)
    {
        var configuration = provider.GetRequiredService<IConfiguration>();
        var options = configuration.GetSection("Store").Get<StoreOptions>() ?? new();
        options.Kind = configuration.GetValue<bool>("Reporting:Sandbox") ? StoreKind.Sandbox : StoreKind.Real;
        if (options is { Provider: Engine.Sqlite, ConnectionString: "" })
        {
            var file = options.Kind is StoreKind.Sandbox ? "bac-a-sable.db" : "reporting.db";
            options.ConnectionString = $"Data Source={provider.GetRequiredService<DataFolder>().PathOf(file)}";
        }

        return options;
    }

    private static TimeProvider Clock(WebApplicationBuilder builder) =>
        builder.Environment.IsDevelopment()
        && builder.Configuration.GetValue<DateTimeOffset?>("Reporting:Now") is { } now
            ? new FixedClock(now)
            : TimeProvider.System;
}
