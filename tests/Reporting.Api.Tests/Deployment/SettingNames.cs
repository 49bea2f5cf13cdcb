using Reporting.Api.Counts;
using Reporting.Api.Idempotency;
using Reporting.Api.Limits;
using Reporting.Api.Tests.Hosting;
using Reporting.Api.Transport;
using Reporting.Store;

namespace Reporting.Api.Tests.Deployment;

/// <summary>Which environment variables the service reads.</summary>
internal static class SettingNames
{
    // Read by the host, and by Microsoft.Identity.Web.
    private static readonly string[] OfLibraries =
        ["ASPNETCORE_ENVIRONMENT", "AzureAd__Instance", "AzureAd__TenantId", "AzureAd__ClientId"];

    private static readonly Dictionary<string, Type> Sections = new()
    {
        ["Store"] = typeof(StoreOptions),
        [CountSettings.Section] = typeof(CountSettings),
        [LimitSettings.Section] = typeof(LimitSettings),
        [RetentionSettings.Section] = typeof(RetentionSettings),
        [TransportSettings.Section] = typeof(TransportSettings),
    };

    private static readonly Lazy<string> Source = new(() => string.Concat(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Reporting.Api"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)));

    public static bool IsKnown(string variable) => OfLibraries.Contains(variable)
        || (variable.Split("__") is [var section, var property, ..]
            && Sections.TryGetValue(section, out var settings) && settings.GetProperty(property) is not null)
        || (variable.StartsWith("Reporting__", StringComparison.Ordinal)
            && Source.Value.Contains($"\"{variable.Replace("__", ":", StringComparison.Ordinal)}\"", StringComparison.Ordinal));
}
