namespace Reporting.Cli;

/// <summary>Ends the command: nothing more can be done, and the message says what was wrong and what to do.</summary>
internal sealed class Failure(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public static Failure Usage(string message) => new(Cli.ExitCode.Usage, message);

    public static Failure Unavailable(string message) => new(Cli.ExitCode.Unavailable, message);
}
