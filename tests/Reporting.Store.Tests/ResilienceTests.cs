using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Reporting.Store.Tests;

public sealed class ResilienceTests
{
    private static readonly SqliteException _away = new("unable to open database file", 14);
    private static readonly SqliteException _busy = new("database is locked", 5);
    private static readonly SqliteException _wrong = new("no such table", 1);
    private static readonly CancellationToken _cancel = CancellationToken.None;

    private readonly FakeTimeProvider _time = new();
    private int _tries;

    [Theory]
    [InlineData(5)] // busy
    [InlineData(6)] // locked
    [InlineData(10)] // input or output
    [InlineData(14)] // cannot open
    public async Task What_a_fault_of_the_surroundings_interrupted_is_tried_again(int code) =>
        Assert.Equal("done", await PassAsync(Pipeline().OperateAsync(FailingAsync(3, new SqliteException("", code)), _cancel)));

    [Fact]
    public async Task What_the_store_refuses_is_not_tried_again()
    {
        Assert.Same(_wrong, await Assert.ThrowsAsync<SqliteException>(
            () => PassAsync(Pipeline().OperateAsync(FailingAsync(1, _wrong), _cancel))));
        Assert.Equal(1, _tries);
    }

    [Fact]
    public async Task After_the_last_try_the_store_is_said_to_be_away()
    {
        var away = await Assert.ThrowsAsync<StoreAwayException>(
            () => PassAsync(Pipeline(new() { Retries = 3 }).OperateAsync(FailingAsync(99, _busy), _cancel)));
        Assert.Same(_busy, away.InnerException);
        Assert.False(away.MayHaveTakenPlace);
        Assert.Equal(4, _tries);
    }

    [Fact]
    public async Task No_try_starts_once_the_time_budget_is_spent()
    {
        var options = new ResilienceOptions { Retries = 99, RetryDelay = TimeSpan.FromSeconds(4), TimeBudget = TimeSpan.FromSeconds(10) };
        var start = _time.GetUtcNow();
        await Assert.ThrowsAsync<StoreAwayException>(() => PassAsync(Pipeline(options).OperateAsync(
            token =>
            {
                Assert.InRange(_time.GetUtcNow() - start, TimeSpan.Zero, TimeSpan.FromSeconds(11));
                return FailingAsync(999, _busy)(token);
            },
            _cancel)));
    }

    [Fact]
    public async Task A_store_that_hangs_is_away_when_the_time_of_a_try_is_over_and_is_then_left_alone()
    {
        var pipeline = Pipeline(new() { TryTimeout = TimeSpan.FromSeconds(5), Retries = 1, BreakerTries = 2 });
        await Assert.ThrowsAsync<StoreAwayException>(() => PassAsync(pipeline.OperateAsync(HangAsync, _cancel)));
        Assert.Equal(2, _tries);
        await Assert.ThrowsAsync<StoreAwayException>(() => PassAsync(pipeline.OperateAsync(HangAsync, _cancel)));
        Assert.Equal(2, _tries);
    }

    [Fact]
    public async Task A_store_found_away_too_often_is_left_alone_and_asked_again_after_the_pause()
    {
        var pipeline = Pipeline(new() { Retries = 1, BreakerTries = 4 });
        for (var n = 0; n < 2; n++)
        {
            await Assert.ThrowsAsync<StoreAwayException>(() => PassAsync(pipeline.OperateAsync(FailingAsync(99, _away), _cancel)));
        }

        Assert.Equal(4, _tries);
        await Assert.ThrowsAsync<StoreAwayException>(() => pipeline.OperateAsync(FailingAsync(99, _away), _cancel));
        await Assert.ThrowsAsync<StoreAwayException>(() => pipeline.ProbeAsync(FailingAsync(99, _away), _cancel));
        Assert.Equal(4, _tries);

        _time.Advance(TimeSpan.FromSeconds(6));
        _tries = 0;
        Assert.Equal("done", await pipeline.ProbeAsync(FailingAsync(0, _away), _cancel));
        Assert.Equal("done", await pipeline.OperateAsync(FailingAsync(0, _away), _cancel));
    }

    [Fact]
    public async Task Locks_that_others_hold_do_not_make_the_store_left_alone()
    {
        var pipeline = Pipeline(new() { Retries = 1, BreakerTries = 2 });
        for (var n = 0; n < 5; n++)
        {
            await Assert.ThrowsAsync<StoreAwayException>(() => PassAsync(pipeline.OperateAsync(FailingAsync(99, _busy), _cancel)));
        }

        Assert.Equal(10, _tries);
    }

    [Fact]
    public async Task A_caller_that_leaves_is_not_told_that_the_store_is_away()
    {
        using var leaving = new CancellationTokenSource();
        var hanging = Pipeline().OperateAsync(HangAsync, leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
    }

    [Fact]
    public async Task A_fault_that_is_but_the_answer_to_being_stopped_is_taken_for_that()
    {
        using var leaving = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Pipeline().OperateAsync<string>(
            async _ =>
            {
                await leaving.CancelAsync();
                throw _wrong;
            },
            leaving.Token));
    }

    [Fact]
    public async Task Maintenance_may_take_longer_than_any_budget()
    {
        var options = new ResilienceOptions { TimeBudget = TimeSpan.FromSeconds(1), TryTimeout = TimeSpan.FromSeconds(1) };
        Assert.Equal("done", await PassAsync(Pipeline(options).MaintainAsync(
            async token =>
            {
                await Task.Delay(TimeSpan.FromMinutes(1), _time, token);
                return "done";
            },
            _cancel)));
    }

    private Resilience Pipeline(ResilienceOptions? options = null) => new(options ?? new(), _time);

    private Func<CancellationToken, Task<string>> FailingAsync(int times, DbException fault) => _ =>
        ++_tries <= times ? Task.FromException<string>(fault) : Task.FromResult("done");

    private async Task<string> HangAsync(CancellationToken cancel)
    {
        _tries++;
        await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancel);
        return "never";
    }

    /// <summary>Lets time pass until the work ends.</summary>
    private async Task<T> PassAsync<T>(Task<T> work)
    {
        while (!work.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(500));
            await Task.WhenAny(work, Task.Delay(1));
        }

        return await work;
    }
}
