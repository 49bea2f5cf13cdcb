using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reporting.Api.Feed;
using Reporting.Api.Limits;
using Reporting.Domain.Secrecy;
using Reporting.Store;

namespace Reporting.Benchmarks.Feed;

/// <summary>The feed of this service, without what signs callers in.</summary>
internal static class ServiceContestant
{
    public static WebApplication Build(string path)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(StoreOptions.OfFile(path))
            .AddSingleton<Database>()
            .AddSingleton(new ClientQuotas(new()))
            .AddFeed();
        var app = builder.Build();
        app.MapFeed(_ => Audience.Everything);
        return app;
    }
}
