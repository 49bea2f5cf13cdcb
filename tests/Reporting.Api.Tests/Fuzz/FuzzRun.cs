using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Store.Journal;

namespace Reporting.Api.Tests.Fuzz;

/// <summary>What a run found.</summary>
/// <param name="Statuses">How often each status was answered; 0 is a connection closed without a word.</param>
/// <param name="Failures">The first answers that no request may get, each with its request.</param>
/// <param name="Accepted">Versions of returns that the service said it stored.</param>
/// <param name="Inconsistencies">What the store and the totals hold otherwise than they should afterwards.</param>
/// <param name="Elapsed">The time that the requests took.</param>
public sealed record FuzzResult(
    IReadOnlyDictionary<int, int> Statuses, IReadOnlyList<string> Failures, int Accepted,
    IReadOnlyList<string> Inconsistencies, TimeSpan Elapsed)
{
    public int Requests => Statuses.Values.Sum();

    public bool IsSound => Failures is [] && Inconsistencies is [];

    public override string ToString() => string.Join(Environment.NewLine,
    [
        string.Create(CultureInfo.InvariantCulture, $"{Requests} requests in {Elapsed.TotalSeconds:F0} s, {Accepted} versions of returns accepted"),
        .. Statuses.OrderBy(pair => pair.Key).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{(pair.Key == 0 ? "closed" : pair.Key),6} {pair.Value,8}")),
        .. Failures, .. Inconsistencies,
    ]);
}

/// <summary>
/// Sends so many requests at a service of its own: nothing is ever answered by a fault or tells of the program's
/// insides, and afterwards the service is well and holds what it said it stored, no more and no less.
/// </summary>
public static partial class FuzzRun
{
    private const int Lanes = 6;
    private const int MostFailures = 20;
    private const int Beat = 10_000;

    public static async Task<FuzzResult> RunAsync(int requests, int seed, Action<int> progress)
    {
        await using var target = await FuzzTarget.StartAsync();
        var before = await StoredReturns.ReadAsync(target.Dgcs);
        var statuses = new ConcurrentDictionary<int, int>();
        var failures = new ConcurrentQueue<string>();
        var acknowledgements = new Acknowledgements();
        var sent = 0;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(() => LaneAsync(new(seed * Lanes + lane, target)))));
        var elapsed = clock.Elapsed;
        return new(statuses, [.. failures], acknowledgements.Count, await InconsistenciesAsync(target, before, acknowledgements), elapsed);

        async Task LaneAsync(RequestMaker maker)
        {
            using var connection = new RawConnection(target.Port);
            for (var number = Interlocked.Increment(ref sent); number <= requests; number = Interlocked.Increment(ref sent))
            {
                var request = maker.Next();
                var answer = await connection.SendAsync(request);
                statuses.AddOrUpdate(answer.Status, 1, (_, count) => count + 1);
                if (IsFailure(answer) && failures.Count < MostFailures)
                {
                    failures.Enqueue($"{answer.Status} {answer.Body[..Math.Min(answer.Body.Length, 600)]}\n<= {request}");
                }

                if (request.MayStore)
                {
                    acknowledgements.Add(answer);
                }

                if (number % Beat == 0)
                {
                    progress(number);
                }
            }
        }
    }

    // 501 is how OData refuses what a service does not support, and how webhooks without a key are refused; 505 is how
    // the server refuses another version of HTTP. None of the three is a fault.
    private static bool IsFailure(RawAnswer answer) =>
        answer.Status is >= 500 and not (501 or 505) || answer.Body.Contains("   at Reporting.", StringComparison.Ordinal) || Insides().IsMatch(answer.Body);

    private static async Task<IReadOnlyList<string>> InconsistenciesAsync(
        FuzzTarget target, StoredReturns before, Acknowledgements acknowledgements)
    {
        var found = new List<string>();
        var after = await StoredReturns.ReadAsync(target.Dgcs);
        found.AddRange(
            from siren in after.Versions.Keys.Union(before.Versions.Keys)
            let stored = after.Versions.GetValueOrDefault(siren) - before.Versions.GetValueOrDefault(siren)
            let acknowledged = acknowledgements.Of(siren)
            where stored < acknowledged || stored > acknowledged + acknowledgements.Unheard
            select $"{siren} has {stored} versions more than before, {acknowledged} were acknowledged");
        foreach (var code in after.Sums.Keys)
        {
            var moved = after.Sums[code] - before.Sums.GetValueOrDefault(code);
            found.AddRange(Moved("The national total", code, before.Totals, after.Totals, moved));
            found.AddRange(Moved("The feed", code, before.FeedSums, after.FeedSums, moved));
        }

        if (await target.Service.Get<JournalStore>().VerifyAsync(null, null, default) is var verdict and not JournalVerdict.Whole)
        {
            found.Add($"The journal is not whole: {verdict}");
        }

        foreach (var path in new[] { "/health/ready", "/v1/axes", "/v1/exports/resultats.csv", "/v1/tableaux-de-bord/national/serie", "/odata/v1/Resultats" })
        {
            using var answer = await target.Dgcs.GetAsync(new Uri(path, UriKind.Relative));
            if (!answer.IsSuccessStatusCode)
            {
                found.Add($"{path} answers {(int)answer.StatusCode}");
            }
        }

        return found;
    }

    private static IEnumerable<string> Moved(
        string what, string code, IReadOnlyDictionary<string, decimal> before, IReadOnlyDictionary<string, decimal> after, decimal expected)
    {
        var moved = after.GetValueOrDefault(code) - before.GetValueOrDefault(code);
        if (moved != expected)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{what} of {code} moved by {moved}, the returns in force by {expected}");
        }
    }

    [GeneratedRegex(@"System\.[A-Z]\w+Exception|SqliteException|SQLite Error|\.cs:line \d")]
    private static partial Regex Insides();
}
