namespace Reporting.Api.Feed.Model;

/// <summary>What a request reads, in every set alike.</summary>
/// <param name="At">The instant at which the rows stood; null for the present.</param>
internal sealed record Reading(DateTimeOffset? At)
{
    public static readonly Reading Present = new(At: null);
}
