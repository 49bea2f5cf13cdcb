using Reporting.Api.Feed.Requests;
using Reporting.Store.Journal;

namespace Reporting.Api.Feed.Segments;

/// <summary>
/// The pages of whole sets, compressed once for each data version and audience, and sent from memory to whoever asks for
/// the same: a refresh costs the store nothing until something changes. So many bytes at most, the latest asked for.
/// </summary>
internal sealed class SegmentCache(DataVersions versions)
{
    public const int LargestSegment = 4 * 1024 * 1024;
    private const long MostBytes = 16 * 1024 * 1024;

    private static readonly string[] OptionsOfWholeSets = ["$select", "$skiptoken", "$format"];

    private readonly Lock _turn = new();
    private readonly Dictionary<string, LinkedListNode<Segment>> _byKey = [];
    private readonly LinkedList<Segment> _byUse = [];
    private long _bytes;

    /// <summary>What an answer is kept under; null when it is not one of a whole set.</summary>
    public async Task<string?> KeyAsync(HttpContext context, FeedRequest request, ContentCoding coding, CancellationToken cancel) =>
        request.Options.Names.All(OptionsOfWholeSets.Contains) && !Representation.IsWithheld(context.Response)
            ? await CurrentKeyAsync(context, request, coding, cancel)
            : null;

    public byte[]? Find(string key)
    {
        lock (_turn)
        {
            if (!_byKey.TryGetValue(key, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Body;
        }
    }

    /// <summary>Keeps a body, unless the data changed while it was read: it may then be of either version.</summary>
    public async Task KeepAsync(
        string key, byte[] body, HttpContext context, FeedRequest request, ContentCoding coding, CancellationToken cancel)
    {
        if (await CurrentKeyAsync(context, request, coding, cancel) == key)
        {
            Keep(new(key, body));
        }
    }

    private async Task<string> CurrentKeyAsync(HttpContext context, FeedRequest request, ContentCoding coding, CancellationToken cancel)
    {
        var tag = Representation.Tag(context.Request, request, await versions.CurrentAsync(cancel));
        return $"{tag} {coding.Name} {request.Reading.At?.UtcTicks}";
    }

    private void Keep(Segment segment)
    {
        lock (_turn)
        {
            if (!_byKey.TryAdd(segment.Key, new(segment)))
            {
                return;
            }

            _byUse.AddFirst(_byKey[segment.Key]);
            _bytes += segment.Body.Length;
            while (_bytes > MostBytes && _byUse.Last is { } oldest)
            {
                _byUse.RemoveLast();
                _byKey.Remove(oldest.Value.Key);
                _bytes -= oldest.Value.Body.Length;
            }
        }
    }

    private sealed record Segment(string Key, byte[] Body);
}
