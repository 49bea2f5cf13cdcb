namespace Reporting.Api.Operations;

/// <summary>Ends a command: the message says what is wrong, where, and what to do.</summary>
internal sealed class Failure(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public static Failure Usage(string message) => new(Operations.ExitCode.Usage, message);

    public static Failure Refused(string message) => new(Operations.ExitCode.Refused, message);
}
