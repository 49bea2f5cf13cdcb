using Reporting.Store;

namespace Reporting.Api.Feed;

/// <summary>One page being read, with the state of the store that it is read at.</summary>
internal sealed class OpenPage(OpenState? state, long? count, OpenRows? rows) : IAsyncDisposable
{
    /// <summary>The rows; null when none are asked for.</summary>
    public OpenRows? Rows => rows;

    /// <summary>How many rows there are on all pages; null when that is not asked for.</summary>
    public long? Count => count;

    public async ValueTask DisposeAsync()
    {
        if (rows is not null)
        {
            await rows.DisposeAsync();
        }

        if (state is not null)
        {
            await state.DisposeAsync();
        }
    }
}
