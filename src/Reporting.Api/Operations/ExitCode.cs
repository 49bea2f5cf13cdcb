namespace Reporting.Api.Operations;

internal static class ExitCode
{
    public const int Done = 0;
    public const int Pending = 1;
    public const int Usage = 2;
    public const int Unavailable = 3;
    public const int Refused = 4;
    public const int Broken = 5;
    public const int Interrupted = 130;
}
