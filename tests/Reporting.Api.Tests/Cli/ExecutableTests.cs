using System.Diagnostics;

namespace Reporting.Api.Tests.Cli;

/// <summary>The program as users start it: what only its own process settles, language and encoding.</summary>
public sealed class ExecutableTests
{
    [Fact]
    public async Task Help_is_in_French_and_documents_the_exit_codes()
    {
        var (exitCode, output, _) = await RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("Utilisation\u00A0:\n  reporting [commande] [options]\n", output);
        Assert.Contains("Afficher cette aide", output);
        Assert.Contains("  simuler <fichier.json> ", output);
        Assert.Contains("Codes de sortie :\n  0    fait\n  1    remontée refusée", output);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public async Task A_mistyped_command_is_told_in_French()
    {
        var (exitCode, output, error) = await RunAsync("simulr");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith("reporting : La commande nécessaire n'a pas été fournie.\n", error);
        Assert.Contains("'simulr'", error);
        Assert.EndsWith("Aide : reporting --help\n", error);
    }

    private static async Task<(int ExitCode, string Out, string Error)> RunAsync(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "reporting.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
