namespace Reporting.Api.Webhooks;

/// <summary>When a delivery that failed is tried again: sooner at first, for about a day, never all at once.</summary>
internal static class RetrySchedule
{
    public const int Attempts = 8;
    private const double Jitter = 0.2;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <param name="attempt">Number of the attempt that failed, from 1.</param>
    /// <param name="chance">From 0 to 1.</param>
    /// <returns>Null when it was the last.</returns>
    public static TimeSpan? After(int attempt, double chance)
    {
        if (attempt >= Attempts)
        {
            return null;
        }

        var wait = First * Math.Pow(4, attempt - 1);
        return (wait < Longest ? wait : Longest) * (1 - Jitter + (2 * Jitter * chance));
    }
}
