using System.ComponentModel;
using System.Diagnostics;

namespace Reporting.ForeignClients.Tests.Npm;

/// <summary>Runs programs of others.</summary>
internal static class Command
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(5);

    /// <summary>What the program printed; null when it is not on this machine.</summary>
    public static async Task<(int Exit, string Output, string Errors)?> RunAsync(string folder, string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            using var patience = new CancellationTokenSource(_longest);
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await errors);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
