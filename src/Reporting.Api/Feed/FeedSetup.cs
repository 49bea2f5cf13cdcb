using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Segments;
using Reporting.Store;
using Reporting.Store.Journal;

namespace Reporting.Api.Feed;

/// <summary>What the feed keeps from one request to the next.</summary>
public static class FeedSetup
{
    public static IServiceCollection AddFeed(this IServiceCollection services) => services
        .AddSingleton(provider => FeedSettings.Of(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton(provider => new DataVersions(provider.GetRequiredService<Database>().Reads))
        .AddSingleton<LinkKeyStore>()
        .AddSingleton<LinkSeals>()
        .AddSingleton<Pins>()
        .AddSingleton<SegmentCache>();
}
