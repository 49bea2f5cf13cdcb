namespace Reporting.Store;

/// <summary>The settings under <c>Store:Resilience:</c>: how long the store is waited for, and how often it is asked again.</summary>
public sealed class ResilienceOptions
{
    /// <summary>Everything that one operation may take, its repetitions and the waits between them included.</summary>
    public TimeSpan TimeBudget { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What one try of it may take.</summary>
    public TimeSpan TryTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>What a probe of the store's health may take.</summary>
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often an interrupted operation is tried again.</summary>
    public int Retries { get; set; } = 5;

    /// <summary>About how long it waits before the first time; twice as long before each time after it.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The share of tries that must have found the store away for it not to be asked any more.</summary>
    public double BreakerFailureRatio { get; set; } = 0.5;

    /// <summary>How many tries that share is taken over, at least.</summary>
    public int BreakerTries { get; set; } = 10;

    /// <summary>Over how long that share is taken.</summary>
    public TimeSpan BreakerWindow { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the store is then left alone before one try shows whether it is back.</summary>
    public TimeSpan BreakerPause { get; set; } = TimeSpan.FromSeconds(5);
}
