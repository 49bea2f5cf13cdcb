namespace Reporting.ForeignClients.Tests.Npm;

/// <summary>The packages of others, installed exactly as the lock file has them, once for each lock file.</summary>
internal static class NpmFolder
{
    private static readonly Lazy<string?> _missing = new(() => Task.Run(InstallAsync).GetAwaiter().GetResult());

    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "npm");

    /// <summary>Why they cannot be used here; null when they can.</summary>
    public static string? Missing => _missing.Value;

    public static async Task<string> NodeAsync(params string[] arguments)
    {
        var (exit, output, errors) = await Command.RunAsync(Path, "node", arguments) ?? (-1, "", "");
        Assert.True(exit == 0, $"{string.Join(' ', arguments)}\n{output}\n{errors}");
        return output;
    }

    private static async Task<string?> InstallAsync()
    {
        var wanted = await File.ReadAllTextAsync(System.IO.Path.Combine(Path, "package-lock.json"));
        var mark = System.IO.Path.Combine(Path, "node_modules", ".installed");
        if (File.Exists(mark) && await File.ReadAllTextAsync(mark) == wanted)
        {
            return null;
        }

        var run = await Command.RunAsync(Path, "npm", "ci");
        if (run is null)
        {
            return "Node.js and npm are not on this machine.";
        }

        if (run.Value.Exit != 0)
        {
            return $"npm ci failed: {run.Value.Errors.Split('\n')[0]}";
        }

        await File.WriteAllTextAsync(mark, wanted);
        return null;
    }
}
