using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Tests.Generation;

/// <summary>Returns of any shape, one a seed: half of them tidy, half with a few things wrong in them.</summary>
public static class GeneratedReturns
{
    public static IEnumerable<Return> Many(int count, ulong seed) =>
        Enumerable.Range(0, count).Select(index => One(seed + (ulong)index));

    public static Return One(ulong seed, int maxLines = 20)
    {
        var dice = new Dice(seed);
        var spoiled = dice.Chance(50);
        var percent = dice.Below(101);
        var indicators = dice.Shuffle(Indicators.All.Where(_ => dice.Chance(percent))).Take(maxLines);
        return new(
            2024 + dice.Below(4),
            [.. indicators.Select(indicator => TidyLines.Draw(indicator, dice)).Select(line => spoiled ? Spoiling.Spoil(line, dice) : line)]);
    }
}
