using Reporting.Domain.Returns;
using Reporting.Store.Registry;

namespace Reporting.Api.ReaderKeys;

/// <summary>Holds a key that is asked for to what a key can be.</summary>
internal static class ReaderKeyReading
{
    private const string Rule = "CLE-DE-LECTURE";
    private const int MostDays = 731;
    private const int UsualDays = 365;

    private static readonly Message _unknownTerritory = new("territoire-inconnu", "Ce territoire n'est pas au registre.");
    private static readonly Message _noTerritory = new("territoires-vides", "Nommez un territoire au moins, ou omettez le champ : la clé lit alors toute la nation.");
    private static readonly Message _expiry = new("expiration", "L'expiration est à venir, dans deux ans au plus.");

    public static DateTimeOffset ExpiryOf(ReaderKeyBody body, DateTimeOffset now) => body.ExpiresAt ?? now.AddDays(UsualDays);

    public static async Task<IReadOnlyList<Finding>> FindingsAsync(
        ReaderKeyBody body, DateTimeOffset now, TerritoryStore territories, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        if (ExpiryOf(body, now) <= now || ExpiryOf(body, now) > now.AddDays(MostDays))
        {
            findings.Add(Finding.At(Rule, Severity.Error, "/expireLe", _expiry));
        }

        if (body.Territories is [])
        {
            findings.Add(Finding.At(Rule, Severity.Error, "/territoires", _noTerritory));
        }

        foreach (var (index, siren) in (body.Territories ?? []).Index())
        {
            if (await territories.FindAsync(siren, at: null, cancel) is null)
            {
                findings.Add(Finding.At(Rule, Severity.Error, $"/territoires/{index}", _unknownTerritory));
            }
        }

        return findings;
    }
}
