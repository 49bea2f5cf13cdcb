namespace Reporting.Api.Tests.Hosting;

/// <summary>The repository that the tests run in, where the README and the verified document are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Reporting.sln"))
            ? folder.FullName
            : Find(folder.Parent ?? throw new DirectoryNotFoundException("Reporting.sln is above no folder of the tests."));
}
