using Reporting.Store;

namespace Reporting.Api.Feed.Requests;

/// <summary>The seal of this store's links, once it was needed.</summary>
internal sealed class LinkSeals(LinkKeyStore keys)
{
    private LinkSeal? _seal;

    public async ValueTask<LinkSeal> GetAsync(CancellationToken cancel) =>
        _seal ??= new(await keys.ReadOrMakeAsync(cancel));
}
