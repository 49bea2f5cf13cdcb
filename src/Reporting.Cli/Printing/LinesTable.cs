using Reporting.Cli.Service;
using Spectre.Console;

namespace Reporting.Cli.Printing;

internal static class LinesTable
{
    public static void Print(IAnsiConsole page, IReadOnlyList<CountedLine> lines)
    {
        var table = new Table().Border(TableBorder.Square)
            .AddColumn("Indicateur")
            .AddColumn("Cible", Right)
            .AddColumn("Brut", Right)
            .AddColumn("Valeur", Right)
            .AddColumn("Taux", Right)
            .AddColumn("Remarque");
        foreach (var line in lines)
            table.AddRow(Cells(line).Select(cell => new Text(cell)));

        page.Write(table);
    }

    private static void Right(TableColumn column) => column.RightAligned();

    private static IEnumerable<string> Cells(CountedLine line) =>
    [
        line.Code,
        line.Target is { } target ? FrenchNumbers.Number(target) : "",
        FrenchNumbers.Number(line.Gross),
        FrenchNumbers.Number(line.Value) + (line.LowerBound is { } bound ? $" (au moins {FrenchNumbers.Number(bound)})" : ""),
        line.Target is > 0 ? FrenchNumbers.Rate(line.Value, line.Target.Value) : "",
        string.Join(", ", Remarks(line)),
    ];

    private static IEnumerable<string> Remarks(CountedLine line)
    {
        if (line.Estimated)
            yield return "estimation";
        if (line.Break)
            yield return "rupture de série" + (line.ComparableValue is { } value ? $" (comparable : {FrenchNumbers.Number(value)})" : "");
    }
}
