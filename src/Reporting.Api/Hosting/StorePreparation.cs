using System.Data.Common;
using Reporting.Api.SampleData;
using Reporting.Store;
using Reporting.Store.Journal;

namespace Reporting.Api.Hosting;

/// <summary>
/// Makes the store fit to serve, once it answers: schema, reference data, and sample data where they are wanted. The
/// service starts without it and answers that it is not ready.
/// </summary>
internal sealed class StorePreparation(
    Database database, StoreInstaller installer, SchemaInstaller schema, StoreIdentity identity, SampleReturns samples,
    StoreOptions options, IConfiguration configuration, IHostEnvironment environment, ILogger<StorePreparation> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private volatile bool _isDone;

    public bool IsDone => _isDone;

    /// <summary>Prepares the store, or tells why it is away.</summary>
    /// <exception cref="SchemaException">The store must not be served by this release.</exception>
    public async Task TryAsync(CancellationToken cancel)
    {
        if (await database.ProbeAsync(cancel) is { } fault)
        {
            Tell(fault);
            return;
        }

        try
        {
            await RunAsync(cancel);
            _isDone = true;
        }
        catch (DbException error) when (Database.IsAway(error))
        {
            Tell(error);
        }
    }

    /// <summary>Tries until the store is prepared.</summary>
    /// <exception cref="SchemaException">The store must not be served by this release.</exception>
    public async Task WaitAsync(CancellationToken cancel)
    {
        while (!IsDone)
        {
            await Task.Delay(Pause, cancel);
            await TryAsync(cancel);
        }
    }

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

    private void Tell(DbException fault) =>
        log.LogWarning("The store is away and will be asked again: {Place} ({Reason})", database.Place, fault.Message);
}
