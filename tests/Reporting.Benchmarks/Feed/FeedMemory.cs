using System.Globalization;

namespace Reporting.Benchmarks.Feed;

/// <summary>
/// Reads all rows of ever larger stores, each from a process of its own that has answered one small request, and prints
/// how far its memory rises above what it had then, and what it allocates for a row.
/// </summary>
internal static class FeedMemory
{
    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000];
    private static readonly FeedQuery All = Queries.All[0];
    private static readonly FeedQuery One = All with { Url = All.Url + "&$top=1" };

    /// <summary>Usage: feed-memory FOLDER [CONTESTANT…].</summary>
    public static async Task RunAsync(string[] args)
    {
        using var client = new FeedClient();
        foreach (var size in Sizes)
        {
            var path = await FeedStore.MakeAsync(args[0], size);
            foreach (var name in args[1..] is [] ? FeedServer.Names : args[1..])
            {
                using var server = new FeedServer(name, path);
                await client.ReadAsync(server.Root, One);
                await MeasureAsync(client, server);
            }
        }
    }

    private static async Task MeasureAsync(FeedClient client, FeedServer server)
    {
        await Task.Delay(TimeSpan.FromSeconds(1));
        var allocated = await server.AllocatedAsync(client.Http);
        var idle = server.Resident;
        var reading = client.ReadAsync(server.Root, All, countRows: true);
        var peak = idle;
        while (!reading.IsCompleted)
        {
            peak = Math.Max(peak, server.Resident);
            await Task.WhenAny(reading, Task.Delay(5));
        }

        var rows = (await reading).Rows;
        allocated = await server.AllocatedAsync(client.Http) - allocated;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows,8} rows  {server.Name,-18} idle {idle >> 20} MiB, {(peak - idle) >> 20} MiB more at most, {(double)allocated / rows:0.0} bytes allocated per row"));
    }
}
