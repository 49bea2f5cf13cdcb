using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Reporting.Api.Problems;

namespace Reporting.Api.Concurrency;

/// <summary>
/// The <c>If-Match</c> and <c>If-None-Match</c> of a write (RFC 9110, 13). The tag of a resource is a number that grows
/// with every change to it.
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

    public static Problem Unreadable => new(
        ProblemType.InvalidRequest, $"« {HeaderNames.IfMatch} » ou « {HeaderNames.IfNoneMatch} » est illisible.");

    public static Problem Failed => new(
        ProblemType.PreconditionFailed, "Relisez la ressource, reportez vos changements et postez avec la nouvelle étiquette (ETag).");

    /// <summary>Null when a header cannot be read.</summary>
    public static Precondition? Read(HttpRequest request) =>
        TryParse(request.Headers.IfMatch, out var match) && TryParse(request.Headers.IfNoneMatch, out var noneMatch)
            ? new(match, noneMatch)
            : null;

    public static EntityTagHeaderValue Tag(int number) => new($"\"{number}\"");

    /// <param name="current">The number of the resource as it stands; null when there is none.</param>
    public bool Allows(int? current) =>
        (_match.Count == 0 || (current is { } present && Names(_match, present)))
        && (_noneMatch.Count == 0 || current is not { } unwanted || !Names(_noneMatch, unwanted));

    private static bool Names(IEnumerable<EntityTagHeaderValue> tags, int current) =>
        tags.Any(tag => tag == EntityTagHeaderValue.Any || tag.Compare(Tag(current), useStrongComparison: true));

    private static bool TryParse(StringValues header, out IList<EntityTagHeaderValue> tags)
    {
        tags = [];
        return header.Count == 0 || EntityTagHeaderValue.TryParseList(header.OfType<string>().ToList(), out tags!);
    }
}
