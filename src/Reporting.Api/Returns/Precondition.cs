using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Reporting.Store.Returns;

namespace Reporting.Api.Returns;

/// <summary>
/// The <c>If-Match</c> and <c>If-None-Match</c> of a write (RFC 9110, 13). The tag of a return is the number of its
/// last event, so it changes with every version and every change of state.
/// </summary>
internal sealed class Precondition
{
    private readonly IList<EntityTagHeaderValue> _match;
    private readonly IList<EntityTagHeaderValue> _noneMatch;

    private Precondition(IList<EntityTagHeaderValue> match, IList<EntityTagHeaderValue> noneMatch)
    {
        _match = match;
        _noneMatch = noneMatch;
    }

    /// <summary>Whether the writer wants to be told of another writer rather than to come after it.</summary>
    public bool IsGiven => _match.Count > 0 || _noneMatch.Count > 0;

    /// <summary>Null when a header cannot be read.</summary>
    public static Precondition? Read(HttpRequest request) =>
        TryParse(request.Headers.IfMatch, out var match) && TryParse(request.Headers.IfNoneMatch, out var noneMatch)
            ? new(match, noneMatch)
            : null;

    public static EntityTagHeaderValue TagOf(StoredReturn stored) => new($"\"{stored.Sequence}\"");

    public bool Allows(StoredReturn? current) =>
        (_match.Count == 0 || (current is not null && Names(_match, current)))
        && (_noneMatch.Count == 0 || current is null || !Names(_noneMatch, current));

    private static bool Names(IEnumerable<EntityTagHeaderValue> tags, StoredReturn current) =>
        tags.Any(tag => tag == EntityTagHeaderValue.Any || tag.Compare(TagOf(current), useStrongComparison: true));

    private static bool TryParse(StringValues header, out IList<EntityTagHeaderValue> tags)
    {
        tags = [];
        return header.Count == 0 || EntityTagHeaderValue.TryParseList(header.OfType<string>().ToList(), out tags!);
    }
}
