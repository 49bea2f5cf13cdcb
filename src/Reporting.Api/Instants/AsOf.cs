using Reporting.Api.Problems;
using Reporting.Domain.Campaigns;

namespace Reporting.Api.Instants;

/// <summary>
/// The instant at which a reading is to be taken: none for now. What is read for a past instant never changes later, so
/// an instant is refused until no write dated before it can still be on its way.
/// </summary>
/// <param name="At">The instant; null for now.</param>
/// <param name="Refusal">Why it cannot be read.</param>
internal sealed record AsOf(DateTimeOffset? At, Problem? Refusal)
{
    public const string Description =
        "Relit tel qu'à cet instant (ISO 8601 avec décalage, par exemple 2026-04-01T00:00:00Z) ; maintenant à défaut.";

    /// <summary>Twice what a write has to commit: the clocks of two instances may differ by the rest.</summary>
    public static readonly TimeSpan Settling = 2 * Store.Database.LongestWrite;

    /// <summary>The refusal's detail.</summary>
    public string? Reason { get; private init; }

    public static AsOf Read(string? au, TimeProvider time)
    {
        if (au is null)
        {
            return new(null, null);
        }

        if (!Instant.TryRead(au, out var at))
        {
            return Refused("« au » doit être un instant ISO 8601 avec son décalage, par exemple 2026-04-01T00:00:00Z (« + » s'écrit %2B dans une adresse).");
        }

        var now = time.GetUtcNow();
        return at > now ? Refused($"« au » est dans l'avenir : il est {ParisTime.Of(now):yyyy-MM-dd'T'HH:mm:sszzz}.")
            : at > now - Settling ? Refused($"« au » est trop récent pour être figé : relisez dans {Settling.TotalSeconds:0} secondes, ou sans « au ».")
            : new(at, null);
    }

    private static AsOf Refused(string reason) => new(null, new Problem(ProblemType.InvalidRequest, reason)) { Reason = reason };
}
