using Reporting.Store;

namespace Reporting.TestSupport.Engines;

/// <summary>
/// The default schema of the login itself, when it may create nothing around tables: one test has it at a time, finds it
/// empty and leaves it so. A test that needs two stores at once cannot have them here, and is told.
/// </summary>
internal static class SharedSchema
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);
    private static readonly SemaphoreSlim _turn = new(1);

    public static async Task<TestDatabase> TakeAsync(string server)
    {
        if (!await _turn.WaitAsync(_patience))
        {
            throw new TimeoutException("The login may create neither databases nor users, and its one schema stayed taken.");
        }

        try
        {
            if (await SchemaContent.NamesAsync(server) is [var name, ..])
            {
                throw new InvalidOperationException($"The login's schema is not empty: {name} is not the tests' to drop.");
            }

            return new(Engine.SqlServer, server, () => LeaveAsync(server));
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    private static async Task LeaveAsync(string server)
    {
        try
        {
            await SchemaContent.DropAsync(server);
        }
        finally
        {
            await SqlServerDatabase.CloseAllAsync(server);
            _turn.Release();
        }
    }
}
