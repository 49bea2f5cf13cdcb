using Reporting.Api.SampleData;
using Reporting.Store;
using Reporting.Store.Journal;
using Reporting.Store.Registry;

namespace Reporting.Api.Hosting;

/// <summary>Makes the store fit to serve: schema, reference data, and sample data where they are wanted.</summary>
internal sealed class StorePreparation(
    SchemaInstaller schema, ReferenceData reference, SampleReturns samples, StoreOptions options,
    IConfiguration configuration, IHostEnvironment environment, ILogger<StorePreparation> log)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        if (options.Migrate)
        {
            var applied = await schema.InstallAsync(Author.Service, cancel);
            if (applied is not [])
            {
                log.LogInformation("Schema scripts applied: {Scripts}", applied);
            }
        }
        else
        {
            await schema.RequireAsync(cancel);
        }

        await reference.InstallAsync(cancel);
        var wanted = configuration.GetValue<bool?>("Reporting:SampleData")
            ?? (environment.IsDevelopment() && options.Provider is Engine.Sqlite);
        if (wanted && await samples.InstallAsync(cancel))
        {
            log.LogInformation("Fictitious sample data installed: contracts, and returns for 2024 and 2025");
        }
    }
}
