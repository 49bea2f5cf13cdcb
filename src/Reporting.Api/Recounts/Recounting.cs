using Reporting.Api.Instants;
using Reporting.Api.Json;
using Reporting.Api.Returns;
using Reporting.Domain.Counting;
using Reporting.Domain.Returns;
using Reporting.Store.Journal;
using Reporting.Store.Registry;
using Reporting.Store.Returns;

namespace Reporting.Api.Recounts;

/// <summary>
/// Counts again what is in force and what awaits review, with the rules of the day. A recount keeps the state of the
/// version that it replaces: the totals move at once, and what a reviewer accepted stays accepted, visibly recounted,
/// since the figures posted are the same. Of one return all recounts are added together, each return by itself.
/// </summary>
internal sealed class Recounting(
    TerritoryStore territories, ReturnLifeReader lives, ReturnReader reader, ReturnStore store, ReturnCounting counting,
    TimeProvider time)
{
    private const int Attempts = 20;

    /// <param name="year">Campaign year.</param>
    /// <param name="act">What the journal keeps; null to record nothing.</param>
    /// <param name="cancel">Stops between two returns.</param>
    public async Task<RecountAnswer> RecountAsync(int year, Act? act, CancellationToken cancel)
    {
        var recounts = new List<Recount>();
        foreach (var territory in await territories.AllAsync(at: null, cancel))
        {
            recounts.AddRange(await OfReturnAsync(year, territory.Siren, act, cancel));
        }

        var different = recounts.FindAll(recount => recount.IsDifferent);
        return new(
            year, act is null, RuleRegister.Version, recounts.Count, recounts.Count - different.Count,
            [.. different.Select(recount => recount.ToAnswer())]);
    }

    private async Task<IReadOnlyList<Recount>> OfReturnAsync(int year, string territory, Act? act, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var life = await lives.ReadAsync(year, territory, cancel);
            var recounts = new List<Recount>();
            foreach (var entry in new[] { life.Validated, life.Awaiting }.OfType<ReturnEvent>())
            {
                recounts.Add(await CountAsync((await reader.FindAsync(year, territory, entry.Version, cancel))!, cancel));
            }

            var replacing = recounts.FindAll(recount => recount.Replaces);
            if (act is null || replacing is [])
            {
                return recounts;
            }

            if (await ReplaceAsync(life, replacing, act, cancel))
            {
                return recounts;
            }

            if (attempt == Attempts)
            {
                replacing.ForEach(recount => recount.IsContended = true);
                return recounts;
            }
        }
    }

    private async Task<Recount> CountAsync(StoredReturn stored, CancellationToken cancel)
    {
        var body = CanonicalBody.Read(stored.Body);
        return new(stored, await counting.CountAsync(body.ToReturn(stored.Year), stored.Territory, forDeposit: false, cancel));
    }

    /// <summary>False when another writer came first.</summary>
    private async Task<bool> ReplaceAsync(ReturnLife life, List<Recount> replacing, Act act, CancellationToken cancel)
    {
        var (year, territory) = (replacing[0].Stored.Year, replacing[0].Stored.Territory);
        var now = time.GetUtcNow().ToMilliseconds();
        var at = life.Last!.At > now ? life.Last.At : now;
        var version = life.Events.Max(entry => entry.Version);
        var added = replacing.Select((recount, rank) => recount.Stored with
        {
            Counted = recount.Counted,
            RecountOf = recount.Stored.Version,
            Origin = recount.Stored.Origin ?? recount.Stored.Version,
            Version = version + rank + 1,
            Sequence = life.Last.Sequence + rank + 1,
            RecordedAt = at,
            RecordedBy = act.Author.Name,
        }).ToList();
        var recorded = await store.RecountAsync(
            added, new Act(act.Author, act.Action, year, territory, added[0].Version) { DatedAt = now }, cancel);
        if (recorded)
        {
            for (var rank = 0; rank < replacing.Count; rank++)
            {
                replacing[rank].Replacement = added[rank].Version;
            }
        }

        return recorded;
    }

    /// <summary>One version counted again.</summary>
    private sealed class Recount(StoredReturn stored, CountedReturn counted)
    {
        public StoredReturn Stored => stored;

        public CountedReturn Counted => counted;

        public IReadOnlyList<LineDifference> Lines { get; } = LineComparison.Between(stored.Counted, counted);

        public bool IsDifferent => !counted.IsAcceptable || Lines is not [];

        public bool Replaces => counted.IsAcceptable && Lines is not [];

        public int? Replacement { get; set; }

        public bool IsContended { get; set; }

        public RecountedVersion ToAnswer() => new(
            stored.Territory, stored.Version, stored.State.ToCode(), stored.Counted.RuleVersion, Replacement,
            IsContended ? true : null, Lines,
            counted.IsAcceptable ? null : [.. counted.Findings.Where(finding => finding.Severity is Severity.Error).Select(FindingAnswer.From)]);
    }
}
