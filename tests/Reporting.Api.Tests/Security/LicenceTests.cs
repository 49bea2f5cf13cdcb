using System.Text.Json;
using System.Xml.Linq;
using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Security;

/// <summary>The packages that the service and the command line are shipped with, as the lock files and their own manifests name them.</summary>
public sealed class LicenceTests
{
    private static readonly HashSet<string> _permitted = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause"];

    // Microsoft's own terms, which permit redistribution with an application.
    private static readonly HashSet<string> _read = ["Microsoft.Data.SqlClient.SNI.runtime"];

    [Fact]
    public void Every_package_that_is_shipped_has_a_licence_that_permits_it()
    {
        var packages = Shipped().ToList();

        Assert.NotEmpty(packages);
        Assert.DoesNotContain(packages, package => !_read.Contains(package.Name) && !_permitted.Contains(Licence(package)));
    }

    [Fact]
    public void No_licence_was_read_for_a_package_that_is_no_longer_shipped() =>
        Assert.Subset(Shipped().Select(package => package.Name).ToHashSet(), _read);

    private static IEnumerable<(string Name, string Version)> Shipped() =>
        (from lockFile in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "packages.lock.json", SearchOption.AllDirectories)
         from framework in JsonDocument.Parse(File.ReadAllBytes(lockFile)).RootElement.GetProperty("dependencies").EnumerateObject()
         from package in framework.Value.EnumerateObject()
         where package.Value.GetProperty("type").GetString() != "Project"
         select (package.Name, package.Value.GetProperty("resolved").GetString()!)).Distinct();

    private static string Licence((string Name, string Version) package)
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var name = package.Name.ToLowerInvariant();
        var manifest = XDocument.Load(Path.Combine(cache, name, package.Version, $"{name}.nuspec"));
        return manifest.Descendants().FirstOrDefault(element => element.Name.LocalName == "license")?.Value ?? "";
    }
}
