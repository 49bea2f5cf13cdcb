namespace Reporting.Api.Tests.Readme;

/// <summary>A fact that runs what the README pastes into a shell.</summary>
internal sealed class FactWithShellAttribute : FactAttribute
{
    public FactWithShellAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!new[] { "bash", "curl" }.All(tool => folders.Any(folder => File.Exists(Path.Combine(folder, tool)))))
        {
            Skip = "bash and curl are not on this machine.";
        }
    }
}
