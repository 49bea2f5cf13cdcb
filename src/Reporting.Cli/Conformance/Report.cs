using Reporting.Cli.Printing;
using Spectre.Console;

namespace Reporting.Cli.Conformance;

/// <summary>The result of a run, to read.</summary>
internal static class Report
{
    public static void Print(IAnsiConsole page, IReadOnlyList<CaseResult> results)
    {
        var table = new Table().Border(TableBorder.Square)
            .AddColumn("Cas").AddColumn("Résultat").AddColumn("Ce qu'il prouve").AddColumn("Attendu").AddColumn("Obtenu");
        foreach (var result in results)
        {
            table.AddRow(
                new Text(result.Id), new Text(result.VerdictText, Colour(result.Verdict)), new Text(result.Proves),
                new Text(result.Expected), new Text(result.Got));
        }

        page.Write(table);
    }

    public static string Conclusion(IReadOnlyList<CaseResult> results)
    {
        var counts = new[] { Verdict.Passed, Verdict.Failed, Verdict.Skipped }
            .Select(verdict => results.Count(result => result.Verdict == verdict)).ToArray();
        return $"{FrenchNumbers.Number(results.Count)} cas : {FrenchNumbers.Count(counts[0], "réussi")}, "
            + $"{FrenchNumbers.Count(counts[1], "échoué")}, {FrenchNumbers.Count(counts[2], "non joué")}.";
    }

    private static Style Colour(Verdict verdict) => verdict switch
    {
        Verdict.Passed => new Style(Color.Green),
        Verdict.Failed => new Style(Color.Red, decoration: Decoration.Bold),
        Verdict.Skipped => new Style(Color.Yellow),
        _ => throw new InvalidOperationException($"A verdict without colour: {verdict}."),
    };
}
