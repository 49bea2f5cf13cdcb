using System.Data.Common;
using Reporting.Store.Journal;
using Reporting.Store.Registry;
using Reporting.Store.Returns;

namespace Reporting.Store;

/// <summary>
/// Makes a store fit to serve: its schema and reference data, and on SQL Server what surrounds them, which the account
/// that installs may not be allowed to settle: that part is left to whoever owns the database, and told.
/// </summary>
public sealed class StoreInstaller(
    Database database, SchemaInstaller schema, StoreIdentity identity, ReferenceData reference,
    SmallestCountStore counts)
{
    // Readers then see the last committed row instead of waiting for a writer. Where other connections are open it
    // gives up at once: an installation interrupts nobody.
    private static readonly Query ReadCommittedSnapshot = new(
        "SELECT 1;",
        """
        IF EXISTS (SELECT 1 FROM sys.databases WHERE database_id = DB_ID() AND is_read_committed_snapshot_on = 0)
        ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH NO_WAIT;
        """);

    // A copy of a store in use reads it as it was at one instant.
    private static readonly Query SnapshotIsolation = new(
        "SELECT 1;",
        """
        IF EXISTS (SELECT 1 FROM sys.databases WHERE database_id = DB_ID() AND snapshot_isolation_state = 0)
        ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON;
        """);

    private static readonly Query CountRoles = new(
        "SELECT 2;",
        """
        SELECT CASE WHEN DATABASE_PRINCIPAL_ID('reporting_installer') IS NULL THEN 0 ELSE 1 END
            + CASE WHEN DATABASE_PRINCIPAL_ID('reporting_service') IS NULL THEN 0 ELSE 1 END;
        """);

    /// <exception cref="SchemaException">A script already applied has changed, or the store has a newer schema.</exception>
    /// <exception cref="StoreKindException">The store is of the other kind.</exception>
    public async Task<Installation> InstallAsync(Author author, CancellationToken cancel)
    {
        var left = new List<Shortfall>();
        await AttemptAsync(InstallationStep.ReadCommittedSnapshot, RunAsync(ReadCommittedSnapshot), left);
        await AttemptAsync(InstallationStep.SnapshotIsolation, RunAsync(SnapshotIsolation), left);
        await AttemptAsync(InstallationStep.Roles, MakeRolesAsync(), left);
        var applied = await schema.InstallAsync(author, cancel);
        await AttemptAsync(InstallationStep.Grants, RunAsync(ScriptOf(SqlScript.Grants())), left);
        await identity.DeclareAsync(author, cancel);
        await reference.InstallAsync(author, cancel);
        await counts.CompleteAsync(author, cancel);
        return new(applied, left);

        Task RunAsync(params IEnumerable<Query> statements) => database.RunAsync(statements, cancel);

        async Task MakeRolesAsync()
        {
            if (await database.FindAsync<int>(CountRoles, null, cancel) < 2)
            {
                await RunAsync(ScriptOf(SqlScript.Roles()));
            }
        }
    }

    // SQLite has neither accounts nor isolation to set.
    private IEnumerable<Query> ScriptOf(SqlScript script) =>
        database.Engine is Engine.SqlServer ? script.Batches() : [];

    private static async Task AttemptAsync(InstallationStep step, Task work, List<Shortfall> left)
    {
        try
        {
            await work;
        }
        catch (DbException refusal) when (!Database.IsAway(refusal))
        {
            left.Add(new(step, refusal.Message));
        }
    }
}
