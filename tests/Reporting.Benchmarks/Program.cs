using BenchmarkDotNet.Running;
using Reporting.Benchmarks.Feed;
using Reporting.Benchmarks.Participations;

switch (args)
{
    case ["participations", .. var race]:
        Race.Run(race);
        break;
    case ["participations-one", .. var one]:
        Race.RunOne(one);
        break;
    case ["feed", .. var race]:
        await FeedRace.RunAsync(race);
        break;
    case ["feed-memory", .. var memory]:
        await FeedMemory.RunAsync(memory);
        break;
    case ["feed-serve", var name, var path]:
        await FeedServer.ServeAsync(name, path);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(FeedRace).Assembly).Run(args);
        break;
}
