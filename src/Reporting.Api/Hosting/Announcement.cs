using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Reporting.Api.Access;
using Reporting.Api.SampleData;

namespace Reporting.Api.Hosting;

/// <summary>Tells whoever starts the service in Development where everything is, and how to sign in.</summary>
internal static class Announcement
{
    public static void AnnounceWhenStarted(this WebApplication app) =>
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
            app.Logger.LogInformation("Swagger: {Address}/swagger  OData feed: {Address}/odata/v1/", address, address);
            if (!app.Environment.IsDevelopment())
            {
                return;
            }

            var tokens = app.Services.GetRequiredService<DevelopmentTokens>();
            foreach (var role in Roles.All)
            {
                app.Logger.LogInformation("Token of {Role}: {Token}", role,
                    tokens.Create([role], role is Roles.Metropole ? [SampleTerritory.Siren] : [], [SampleTerritory.Region]));
            }
        });
}
