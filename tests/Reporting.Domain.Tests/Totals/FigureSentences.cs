using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Domain.Totals;

namespace Reporting.Domain.Tests.Totals;

/// <summary>Figures of DRO-6 by territory.</summary>
internal static class FigureSentences
{
    public const string Marseille = "211300553";
    public const string AixMarseilleProvence = "200054807";
    public const string Bordeaux = "243300316";
    public const string Lille = "200093201";

    public static Figure F(
        string territory, decimal value, decimal? lowerBound = null, decimal? target = null, decimal? comparable = null,
        ReturnState state = ReturnState.Validated, bool estimated = false, bool broken = false) =>
        new(territory, Indicators.Dro6, state, target, value, lowerBound ?? value, comparable ?? value, estimated, broken,
            Fictitious: false);

    public static IndicatorTotal Total(params Figure[] figures) => Total(figures, []);

    public static IndicatorTotal Total(Figure[] figures, Figure[] previous) =>
        new TotalCalculator([new(Marseille, AixMarseilleProvence)]).Of(Indicators.Dro6, figures, previous, expected: 23);
}
