using Reporting.Api.Access;
using Reporting.Api.Campaigns;
using Reporting.Api.Catalogue;
using Reporting.Api.Contracts;
using Reporting.Api.Counts;
using Reporting.Api.Dashboards;
using Reporting.Api.Exports;
using Reporting.Api.Feed;
using Reporting.Api.FollowUp;
using Reporting.Api.Grants;
using Reporting.Api.Idempotency;
using Reporting.Api.Journal;
using Reporting.Api.Limits;
using Reporting.Api.OpenApi;
using Reporting.Api.Openings;
using Reporting.Api.Problems;
using Reporting.Api.ReaderKeys;
using Reporting.Api.Recounts;
using Reporting.Api.Returns;
using Reporting.Api.Reviews;
using Reporting.Api.Territories;
using Reporting.Api.Transport;
using Reporting.Api.Webhooks;
using Serilog;

namespace Reporting.Api.Hosting;

/// <summary>What a request goes through, and where it can go.</summary>
internal static class RequestPipeline
{
    public static void UseReporting(this WebApplication app)
    {
        app.UsePresentedKeys();
        app.UseTransport();
        app.UseSandboxMark();
        app.UseSerilogRequestLogging(logging => logging.Logger = app.Services.GetRequiredService<Serilog.ILogger>());
        app.UseProblems();
        app.UseRequestTimeouts();
        app.UseSwaggerPage();
        app.UseNamedOrigins();
        app.UsePreparedStore();
        app.UseAuthentication();
        app.UseQuotas();
        app.UseAuthorization();
        app.UseReadPlaces();
        app.UseMiddleware<IdempotencyMiddleware>();

        app.MapCatalogue();
        app.MapTerritories();
        app.MapCampaigns();
        app.MapFollowUp();
        app.MapReminders();
        app.MapSubscriptions();
        app.MapWebhooks();
        app.MapDeliveries();
        app.MapContracts();
        app.MapReturns();
        app.MapVersions();
        app.MapReviews();
        app.MapComments();
        app.MapOpenings();
        app.MapLateExceptions();
        app.MapRecounts();
        app.MapCounts();
        app.MapDashboards();
        app.MapExports();
        app.MapJournal();
        app.MapGrants();
        app.MapReaderKeys();
        app.MapFeed(app.Services.GetRequiredService<Audiences>().Of).RequireAuthorization(Policies.ReadFeed).StoresNothing().ReadsHeavily().DisableRequestTimeout();
        app.MapQuotas();
        app.MapOpenApiDocument();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous().WithoutLimits();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Name == StoreHealthCheck.Name }).AllowAnonymous().WithoutLimits();
        if (app.Environment.IsDevelopment())
        {
            app.MapDevelopment();
        }
    }
}
