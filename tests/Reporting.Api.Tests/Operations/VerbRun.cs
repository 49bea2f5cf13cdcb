using Reporting.Api.Operations;

namespace Reporting.Api.Tests.Operations;

/// <summary>One run of a verb, in process, with everything that it wrote.</summary>
internal sealed record VerbRun(int ExitCode, string Out, string Error)
{
    public static async Task<VerbRun> OfAsync(params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(args, new Shell(output, error));
        return new(exitCode, output.ToString(), error.ToString());
    }
}
