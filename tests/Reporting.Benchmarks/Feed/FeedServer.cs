using System.Diagnostics;
using Microsoft.AspNetCore.Builder;

namespace Reporting.Benchmarks.Feed;

/// <summary>A contestant in a process of its own.</summary>
internal sealed class FeedServer : IDisposable
{
    private const string Allocated = "/allocated";

    private static readonly Dictionary<string, Func<string, WebApplication>> Contestants = new()
    {
        ["reporting"] = ServiceContestant.Build,
        ["plain"] = PlainContestant.Build,
        ["aspnetcore-odata"] = LibraryContestant.Build,
    };

    private readonly Process _process;

    public FeedServer(string name, string path)
    {
        Name = name;
        _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["feed-serve", name, path])
        { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        Root = new(_process.StandardOutput.ReadLine() + "/odata/v1/");
    }

    public static IReadOnlyCollection<string> Names => Contestants.Keys;

    public string Name { get; }

    public Uri Root { get; }

    /// <summary>Memory that the process has in use now.</summary>
    public long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Serves until its input ends.</summary>
    public static async Task ServeAsync(string name, string path)
    {
        await using var app = Contestants[name](path);
        app.MapGet(Allocated, () => GC.GetTotalAllocatedBytes(precise: true));
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync();
    }

    /// <summary>What the process has allocated since it started.</summary>
    public async Task<long> AllocatedAsync(HttpClient client) =>
        long.Parse(await client.GetStringAsync(new Uri(Root, Allocated)), System.Globalization.CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
