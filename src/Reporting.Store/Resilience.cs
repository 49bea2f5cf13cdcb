using System.Data.Common;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Reporting.Store;

/// <summary>
/// What stands between an operation and a store that fails: a limit of time over all, tries again with growing and
/// jittered waits, a breaker that leaves alone a store that is away, and a limit of time for each try. Everything that
/// goes through it is safe to repeat.
/// </summary>
internal sealed class Resilience
{
    private readonly ResiliencePipeline _operations;
    private readonly ResiliencePipeline _streams;
    private readonly ResiliencePipeline _maintenance;
    private readonly ResiliencePipeline _probes;

    public Resilience(ResilienceOptions options, TimeProvider time)
    {
        var breaker = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = new PredicateBuilder()
                    .Handle<DbException>(Dialect.IsUnreachable)
                    .Handle<TimeoutRejectedException>(),
                FailureRatio = options.BreakerFailureRatio,
                MinimumThroughput = options.BreakerTries,
                SamplingDuration = options.BreakerWindow,
                BreakDuration = options.BreakerPause,
            })
            .Build();
        var retry = new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<DbException>(Dialect.IsAway).Handle<TimeoutRejectedException>(),
            MaxRetryAttempts = options.Retries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = options.RetryDelay,
            UseJitter = true,
        };
        _operations = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddTimeout(options.TimeBudget)
            .AddRetry(retry)
            .AddPipeline(breaker)
            .AddTimeout(options.TryTimeout)
            .Build();
        _streams = new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(retry).AddPipeline(breaker).Build();
        _maintenance = new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(retry).Build();
        _probes = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddPipeline(breaker)
            .AddTimeout(options.ProbeTimeout)
            .Build();
    }

    /// <summary>For what somebody waits for.</summary>
    public Task<T> OperateAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancel) =>
        RunAsync(_operations, work, cancel);

    /// <summary>
    /// For what a reader waits for as long as they like: a question that takes long is not a store that is away, and must
    /// not pass for one.
    /// </summary>
    public Task<T> StreamAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancel) =>
        RunAsync(_streams, work, cancel);

    /// <summary>For what an operator waits for, as long as it takes.</summary>
    public Task<T> MaintainAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancel) =>
        RunAsync(_maintenance, work, cancel);

    /// <summary>For asking once, now.</summary>
    public Task<T> ProbeAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancel) =>
        RunAsync(_probes, work, cancel);

    private static async Task<T> RunAsync<T>(
        ResiliencePipeline pipeline, Func<CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        try
        {
            return await pipeline.ExecuteAsync(async token => await StoppingAsync(work, token), cancel);
        }
        catch (BrokenCircuitException error)
        {
            throw new StoreAwayException("The store was away a moment ago and is left alone for another.", error);
        }
        catch (TimeoutRejectedException error)
        {
            throw new StoreAwayException("The store did not answer in time.", error);
        }
        catch (DbException error) when (error is not StoreAwayException && Dialect.IsAway(error))
        {
            throw new StoreAwayException(error.Message, error);
        }
    }

    private static async Task<T> StoppingAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        try
        {
            return await work(cancel);
        }
        catch (DbException error) when (cancel.IsCancellationRequested)
        {
            // SqlClient reports the command that it was told to stop as a fault.
            throw new OperationCanceledException(error.Message, error, cancel);
        }
    }
}
