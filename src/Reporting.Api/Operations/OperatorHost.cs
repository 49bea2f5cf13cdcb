using System.CommandLine;
using Reporting.Api.Hosting;
using Reporting.Store;
using Reporting.Store.Journal;

namespace Reporting.Api.Operations;

/// <summary>What a verb works with: the store that the service's own settings name, and nothing that serves.</summary>
internal static class OperatorHost
{
    /// <summary>Whoever runs the verb, by account and machine, as the journal keeps it.</summary>
    public static Author Author { get; } = new(Environment.UserName, "exploitant", Environment.MachineName);

    public static WebApplication Build(ParseResult parsed)
    {
        var builder = WebApplication.CreateBuilder(Settings.Of(parsed));
        builder.AddStore();
        var host = builder.Build();
        try
        {
            host.Services.GetRequiredService<StoreOptions>().Check();
            return host;
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            throw Failure.Usage($"""
                les réglages Store:Provider et Store:ConnectionString ne désignent pas un magasin ({error.Message}).
                  Provider vaut Sqlite ou SqlServer ; ConnectionString est une chaîne de connexion de ce moteur.
                """);
        }
    }
}
