using System.Globalization;

namespace Reporting.Benchmarks.Feed;

/// <summary>
/// Asks the same of every contestant, each in a process of its own over the same file, in rounds where they take turns,
/// after warming them up; prints medians, of the first byte too.
/// </summary>
internal static class FeedRace
{
    private const int WarmUps = 4;

    /// <summary>Usage: feed ROWS ROUNDS FOLDER [CONTESTANT…].</summary>
    public static async Task RunAsync(string[] args)
    {
        var (rows, rounds) = (int.Parse(args[0], CultureInfo.InvariantCulture), int.Parse(args[1], CultureInfo.InvariantCulture));
        var path = await FeedStore.MakeAsync(args[2], rows);
        var servers = (args[3..] is [] ? FeedServer.Names : args[3..]).Select(name => new FeedServer(name, path)).ToList();
        using var client = new FeedClient();
        try
        {
            foreach (var query in Queries.All)
            {
                await RaceAsync(client, servers, query, rounds);
            }
        }
        finally
        {
            servers.ForEach(server => server.Dispose());
        }
    }

    private static async Task RaceAsync(FeedClient client, List<FeedServer> servers, FeedQuery query, int rounds)
    {
        var times = servers.ToDictionary(server => server, _ => new List<Reading>());
        var rows = new Dictionary<FeedServer, long>();
        foreach (var server in servers)
        {
            for (var warmUp = 0; warmUp < WarmUps; warmUp++)
            {
                rows[server] = (await client.ReadAsync(server.Root, query, countRows: true)).Rows;
            }
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var server in servers)
            {
                times[server].Add(await client.ReadAsync(server.Root, query));
            }
        }

        foreach (var server in servers)
        {
            var readings = times[server];
            Print($"{query.Name,-28} {server.Name,-18} {rows[server],8} rows {readings[0].Bytes >> 10,8} KiB  median {Median(readings, r => r.Time):0.000} s  first byte {Median(readings, r => r.First) * 1000:0.0} ms");
        }
    }

    private static double Median(List<Reading> readings, Func<Reading, TimeSpan> of) =>
        readings.Select(of).Order().ElementAt(readings.Count / 2).TotalSeconds;

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
