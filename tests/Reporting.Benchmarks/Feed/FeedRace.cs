using System.Globalization;

namespace Reporting.Benchmarks.Feed;

/// <summary>
/// Asks the same of every contestant, each in a process of its own over the same file, in rounds where they take turns,
/// after warming them up; prints medians, and what the first byte, memory and allocations come to.
/// </summary>
internal static class FeedRace
{
    private const int WarmUps = 2;

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

            foreach (var server in servers)
            {
                await MeasureAsync(client, server);
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

    private static async Task MeasureAsync(FeedClient client, FeedServer server)
    {
        var query = Queries.All[0];
        await Task.Delay(TimeSpan.FromSeconds(1));
        var (idle, allocated) = (server.Resident, await server.AllocatedAsync(client.Http));
        var reading = client.ReadAsync(server.Root, query, countRows: true);
        var peak = idle;
        while (!reading.IsCompleted)
        {
            peak = Math.Max(peak, server.Resident);
            await Task.WhenAny(reading, Task.Delay(20));
        }

        var rows = (await reading).Rows;
        allocated = await server.AllocatedAsync(client.Http) - allocated;
        Print($"{server.Name,-18} idle {idle >> 20} MiB, {(peak - idle) >> 20} MiB more at most over {rows} rows, {(double)allocated / rows:0.0} bytes allocated per row");
    }

    private static double Median(List<Reading> readings, Func<Reading, TimeSpan> of) =>
        readings.Select(of).Order().ElementAt(readings.Count / 2).TotalSeconds;

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
