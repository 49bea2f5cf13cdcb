using Reporting.Domain.Participations;
using Reporting.Domain.Returns;
using Spectre.Console;

namespace Reporting.Cli.Printing;

/// <summary>The national figures, and what was left out of each.</summary>
internal static class CountTable
{
    public static Table Of(ParticipationCount count, Return posted)
    {
        var targets = posted.Lines.ToDictionary(line => line.Code, line => line.Target);
        var table = new Table().Border(TableBorder.Square)
            .AddColumn("Indicateur")
            .AddColumn("Cible", Right)
            .AddColumn("Valeur", Right)
            .AddColumn("Enregistrements", Right)
            .AddColumn("Écartés");
        foreach (var counted in count.Indicators)
        {
            table.AddRow(
                new Text(counted.Indicator.Code),
                new Text(targets.GetValueOrDefault(counted.Indicator.Code) is { } target ? FrenchNumbers.Number(target) : ""),
                new Text(FrenchNumbers.Number(counted.Figure)),
                new Text(counted.Records == 0 ? "" : FrenchNumbers.Number(counted.Records)),
                new Text(string.Join(", ", LeftOut(counted))));
        }

        return table;
    }

    private static void Right(TableColumn column) => column.RightAligned();

    private static IEnumerable<string> LeftOut(IndicatorCount counted)
    {
        foreach (var outcome in counted.Outcomes)
        {
            if (Name(outcome.Outcome) is { } name)
                yield return $"{FrenchNumbers.Number(outcome.Keys)} {name}";
        }

        if (counted.Represented > 0)
            yield return $"{FrenchNumbers.Number(counted.Represented)} déjà par un ménage";
        if (counted.FromMobility > 0)
            yield return $"et {FrenchNumbers.Number(counted.FromMobility)} par TES-2";
    }

    private static string? Name(RecordOutcome outcome) => outcome switch
    {
        RecordOutcome.Period => "hors période",
        RecordOutcome.Nature => "d'une autre nature",
        RecordOutcome.Public => "hors public",
        RecordOutcome.Funding => "non financés",
        RecordOutcome.FollowUp => "sans suite",
        RecordOutcome.Exclusive => "comptés ailleurs",
        RecordOutcome.Retained => null,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };
}
