using Reporting.Api.SampleData;
using Reporting.Store;
using Reporting.Store.Journal;

namespace Reporting.Api.Hosting;

/// <summary>Makes the store fit to serve: schema, reference data, and sample data where they are wanted.</summary>
internal sealed class StorePreparation(
    StoreInstaller installer, SchemaInstaller schema, StoreIdentity identity, SampleReturns samples, StoreOptions options,
    IConfiguration configuration, IHostEnvironment environment, ILogger<StorePreparation> log)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        if (options.Migrate)
        {
            await InstallAsync(cancel);
        }
        else
        {
            await schema.RequireAsync(cancel);
            await identity.RequireAsync(cancel);
        }

        var wanted = configuration.GetValue<bool?>("Reporting:SampleData")
            ?? (options.Kind is StoreKind.Sandbox || (environment.IsDevelopment() && options.Provider is Engine.Sqlite));
        if (wanted && await samples.InstallAsync(cancel))
        {
            log.LogInformation("Fictitious sample data installed: contracts, and returns for 2024 and 2025");
        }
    }

    private async Task InstallAsync(CancellationToken cancel)
    {
        var done = await installer.InstallAsync(Author.Service, cancel);
        if (done.Applied is not [])
        {
            log.LogInformation("Schema scripts applied: {Scripts}", done.Applied);
        }

        foreach (var (step, reason) in done.Left)
        {
            log.LogWarning("Left to whoever owns the database, see deploy/: {Step} ({Reason})", step, reason);
        }
    }
}
