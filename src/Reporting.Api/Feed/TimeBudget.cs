using System.Data.Common;

namespace Reporting.Api.Feed;

/// <summary>How long the answer to one request may be worked on: as long as its client waits, and no longer than a limit.</summary>
internal sealed class TimeBudget : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly HttpResponse _response;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _clock;
    private readonly CancellationTokenSource _either;

    public TimeBudget(TimeSpan limit, HttpContext context, ILogger logger)
    {
        _limit = limit;
        _response = context.Response;
        _logger = logger;
        _clock = new(limit);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_clock.Token, context.RequestAborted);
    }

    /// <summary>Does the work; when its time is over before anything has left, that is a refusal.</summary>
    public async Task SpendAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await StoppingAsync(work);
        }
        catch (OperationCanceledException) when (_clock.IsCancellationRequested)
        {
            _logger.LogWarning("The answer to a request for the feed took longer than {Limit}.", _limit);
            if (!_response.HasStarted)
            {
                throw FeedException.TooLong(_limit);
            }

            throw;
        }
    }

    private async Task StoppingAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(_either.Token);
        }
        catch (DbException fault) when (_either.IsCancellationRequested)
        {
            // SqlClient reports a reader that it was told to stop as a fault of the store.
            throw new OperationCanceledException(fault.Message, fault, _either.Token);
        }
    }

    public void Dispose()
    {
        _either.Dispose();
        _clock.Dispose();
    }
}
