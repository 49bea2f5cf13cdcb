using Reporting.Domain.Secrecy;

namespace Reporting.Api.Feed.Model;

/// <summary>What a request reads, in every set alike.</summary>
/// <param name="At">The instant at which the rows stood; null for the present.</param>
/// <param name="Audience">Who reads.</param>
internal sealed record Reading(DateTimeOffset? At, Audience Audience)
{
    /// <summary>Whether all that stood at the instant is known to stand still, so that the present tells the same.</summary>
    public bool Stands { get; init; }
}
