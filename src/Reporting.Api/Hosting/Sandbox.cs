using Reporting.Store;

namespace Reporting.Api.Hosting;

/// <summary>Makes every answer of a sandbox say that it is one.</summary>
internal static class Sandbox
{
    public const string Header = "Reporting-Environnement";
    public const string Name = "bac-a-sable";

    public static bool IsSandbox(this IServiceProvider services) =>
        services.GetRequiredService<StoreOptions>().Kind is StoreKind.Sandbox;

    public static void UseSandboxMark(this WebApplication app)
    {
        if (!app.Services.IsSandbox())
        {
            return;
        }

        app.Use((context, next) =>
        {
            // A fault clears the headers of the answer that it cuts short, but not what is still to be done to it.
            context.Response.OnStarting(() =>
            {
                context.Response.Headers[Header] = Name;
                return Task.CompletedTask;
            });
            return next(context);
        });
        app.Logger.LogWarning(
            "Sandbox ({Name}): every campaign is open all year, nothing posted here counts; store {Place}",
            Name, app.Services.GetRequiredService<Database>().Place);
    }
}
