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
        var preparation = app.Services.GetRequiredService<StorePreparation>();
        await preparation.TryAsync(app.Lifetime.ApplicationStopping);
        await app.StartAsync();
        await UntilStoppedAsync(preparation, app.Lifetime.ApplicationStopping);
        await app.WaitForShutdownAsync();
        return ExitCode.Done;
    }

    private static async Task UntilStoppedAsync(StorePreparation preparation, CancellationToken stopping)
    {
        try
        {
            await preparation.WaitAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop while the store was still away.
        }
    }
}
