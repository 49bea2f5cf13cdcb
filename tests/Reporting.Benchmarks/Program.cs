using BenchmarkDotNet.Running;
using Reporting.Benchmarks.Participations;

switch (args)
{
    case ["participations", .. var race]:
        Race.Run(race);
        break;
    case ["participations-one", .. var one]:
        Race.RunOne(one);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
