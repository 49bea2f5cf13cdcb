using System.Text;
using Reporting.Cli;

namespace Reporting.Api.Tests.Cli;

/// <summary>One run of the command line, in process, with everything it wrote.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    public static Task<CommandRun> OfAsync(params string[] args) => OfAsync(args, [], []);

    public static async Task<CommandRun> OfAsync(
        string[] args, Dictionary<string, string> variables, byte[] input, CancellationToken cancel = default)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var shell = new Shell(output, error, new MemoryStream(input), variables.GetValueOrDefault);
        var exitCode = await CommandLine.RunAsync(args, shell, cancel);
        return new(exitCode, output.ToString(), error.ToString());
    }

    public static Task<CommandRun> WithInputAsync(string input, params string[] args) =>
        OfAsync(args, [], Encoding.UTF8.GetBytes(input));
}
