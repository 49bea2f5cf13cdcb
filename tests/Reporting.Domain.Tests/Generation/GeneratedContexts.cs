using Reporting.Domain.Catalogue;
using Reporting.Domain.Contracts;
using Reporting.Domain.Counting;

namespace Reporting.Domain.Tests.Generation;

/// <summary>Contracts, figures of the year before, and deposits or not, one a seed.</summary>
public static class GeneratedContexts
{
    public static CountingContext One(ulong seed)
    {
        var dice = new Dice(~seed);
        return new(
            dice.Chance(20) ? null : Contract([.. Indicators.All.Where(_ => dice.Chance(70))]),
            Indicators.All.Where(_ => dice.Chance(30)).ToDictionary(indicator => indicator.Code, _ => dice.UpTo(300)),
            dice.Chance(30));
    }

    private static Contract Contract(IReadOnlyList<Indicator> indicators) =>
        new([new(new(Axis.Rights, 1), "Accueil social inconditionnel", indicators)], []);
}
