using System.Collections.Concurrent;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Sql;
using Reporting.Api.Hosting;
using Reporting.Api.Instants;
using Reporting.Domain.Secrecy;
using Reporting.Store;
using Reporting.Store.Journal;

namespace Reporting.Api.Feed;

/// <summary>
/// Chooses the instant at which an answer of several pages is read, so that all of them tell of one state of the store,
/// on whichever instance and whatever is written meanwhile. It is one that no write on its way can still be dated before:
/// that of the last change once this has settled, and otherwise that much before now.
/// </summary>
internal sealed class Pins(Database database, TimeProvider time)
{
    // Clients choose the size of pages: only so many are remembered.
    private const int MostSizes = 1000;

    // A rehearsal's clock stands still: nothing ever settles, and what is there may be dated after it.
    private static readonly DateTimeOffset _endOfTime = DateTimeOffset.MaxValue.ToMilliseconds();

    private readonly DataVersions _versions = new(database);
    private readonly ConcurrentDictionary<(string Set, int Rows, Audience Audience), (DataVersion Version, bool IsLarger)> _sizes = new();

    /// <summary>The instant, or null when one page will hold everything, so that the present can be read.</summary>
    public async Task<Pin?> ForAsync(Page page, CancellationToken cancel) =>
        await ForPagesAsync(page, cancel) ?? (page.Query.HasCollections ? await ForLinksAsync(cancel) : null);

    /// <summary>The instant at which the links within one answer can be followed later; null when that is the present.</summary>
    public async Task<Pin?> ForLinksAsync(CancellationToken cancel)
    {
        var version = await _versions.CurrentAsync(cancel);
        var settled = (time.GetUtcNow() - AsOf.Settling).ToMilliseconds();
        return time is FixedClock ? null
            : version.At <= settled ? new(version.At, IsPresent: true)
            : new(settled, IsPresent: false) { IsForLinks = true };
    }

    private async Task<Pin?> ForPagesAsync(Page page, CancellationToken cancel)
    {
        if (page.Query.Top <= page.Size.Rows)
        {
            return null;
        }

        var version = await _versions.CurrentAsync(cancel);
        var settled = (time.GetUtcNow() - AsOf.Settling).ToMilliseconds();
        return !await IsSetLargerAsync(page, version, cancel) ? null
            : time is FixedClock ? new(_endOfTime, IsPresent: true)
            : version.At <= settled ? new(version.At, IsPresent: true)
            : await HasRowAfterAsync(page.Query, page.Size.Rows, cancel) ? new(settled, IsPresent: false)
            : null;
    }

    /// <summary>
    /// Whether what stands at an instant of the past is what stands now: nothing has changed since. It says so of every
    /// state of the store that was read before it was asked, for writes do not go away.
    /// </summary>
    public async Task<bool> StandsAsync(DateTimeOffset at, CancellationToken cancel) =>
        (await _versions.CurrentAsync(cancel)).At <= at;

    /// <summary>Whether the set itself fills more than a page, whatever is asked of it.</summary>
    private async Task<bool> IsSetLargerAsync(Page page, DataVersion version, CancellationToken cancel)
    {
        var set = page.Query.Set.Root;
        var key = (set.Name, page.Size.Rows, page.Query.Reading.Audience);
        if (_sizes.TryGetValue(key, out var known) && known.Version == version)
        {
            return known.IsLarger;
        }

        var isLarger = await HasRowAfterAsync(new(set, page.Query.Reading), page.Size.Rows, cancel);
        if (_sizes.Count >= MostSizes)
        {
            _sizes.Clear();
        }

        _sizes[key] = (version, isLarger);
        return isLarger;
    }

    private async Task<bool> HasRowAfterAsync(SetQuery query, int rows, CancellationToken cancel)
    {
        var beyond = query with { Columns = query.Set.Key, Expanded = [], Collections = [], Skip = Math.Min(query.Skip, long.MaxValue - rows) + rows, After = null };
        await using var stream = await database.StreamAsync(SqlBuilder.Page(beyond, 1, database.Engine).Prepare, cancel);
        return await stream.Rows.ReadAsync(cancel);
    }
}

/// <param name="At">The instant.</param>
/// <param name="IsPresent">Whether it tells of the last change too.</param>
internal sealed record Pin(DateTimeOffset At, bool IsPresent)
{
    /// <summary>Whether the present is to be told all the same, if it takes no link.</summary>
    public bool IsForLinks { get; init; }
}
