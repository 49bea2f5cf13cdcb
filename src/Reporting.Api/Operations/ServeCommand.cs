using System.Globalization;
using Reporting.Api.Hosting;

namespace Reporting.Api.Operations;

/// <summary>The service itself.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] settings)
    {
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var builder = WebApplication.CreateBuilder(settings);
        builder.AddReporting();
        await using var app = builder.Build();
        app.UseReporting();
        app.AnnounceWhenStarted();
        await app.Services.GetRequiredService<StorePreparation>().RunAsync(app.Lifetime.ApplicationStopping);
        await app.RunAsync();
        return ExitCode.Done;
    }
}
