using Reporting.Cli.Files;
using Reporting.Domain.Participations;
using Reporting.Domain.Returns;
using Spectre.Console;

namespace Reporting.Cli.Printing;

/// <summary>What a count found, for the person who asked.</summary>
internal static class CountPrinter
{
    private const int ShownRejections = 10;

    public static void Print(Shell shell, ParticipationCount count, Return posted, Targets? targets, string? output)
    {
        var page = shell.Page();
        page.Write(CountTable.Of(count, posted));
        PrintDoubts(page, count.Receipt);
        PrintReading(shell.Out, count.Receipt);
        foreach (var gap in Gaps(posted, targets))
            shell.Out.WriteLine(gap);
        if (output is not null)
            shell.Out.WriteLine($"Remontée écrite dans {output} : vérifiez-la par « reporting simuler », déposez-la par « reporting deposer ».");
    }

    public static void Refuse(Shell shell, CountOutcome.Refused refused, decimal tolerance, string? rejects)
    {
        PrintDoubts(shell.Page(), refused.Receipt);
        var place = refused.Source is null ? "" : $"{refused.Source}{(refused.Line is { } line ? $":{line}" : "")}  ";
        shell.Error.WriteLine($"reporting : {place}{refused.Message}");
        if (refused.Reason is not RefusalReason.TooManyRejected)
            return;

        shell.Error.WriteLine(rejects is null
            ? "  Relancez avec --rejets rejets.csv pour les avoir tous, corrigez-les, puis recomptez ;"
            : $"  Ils sont tous dans {rejects} : corrigez-les, puis recomptez ;");
        shell.Error.WriteLine($"  ou acceptez de compter sans eux par --tolerance ({FrenchNumbers.Number(100 * tolerance)} % ici).");
    }

    private static void PrintDoubts(IAnsiConsole page, CountReceipt receipt)
    {
        foreach (var warning in receipt.Warnings)
        {
            page.Write($"{warning.Source}:{warning.Line}  ");
            page.Write("avertissement", new Style(Color.Yellow));
            page.WriteLine($"  {(warning.Column is { } column ? column + "  " : "")}{warning.Message}");
        }

        foreach (var rejected in receipt.FirstRejected.Take(ShownRejections))
        {
            page.Write($"{rejected.Source}:{rejected.Line}  ");
            page.Write("rejeté", new Style(Color.Red));
            page.WriteLine($"  {(rejected.Column is { } column ? column + "  " : "")}{rejected.Reason.ToFrench()}");
        }

        if (receipt.Rejected > ShownRejections)
            page.WriteLine($"… et {FrenchNumbers.Number(receipt.Rejected - Math.Min(ShownRejections, receipt.FirstRejected.Count))} autres rejets.");
    }

    private static void PrintReading(TextWriter page, CountReceipt receipt) => page.WriteLine(
        $"Enregistrements lus : {FrenchNumbers.Number(receipt.Read)}, rejetés : {FrenchNumbers.Number(receipt.Rejected)}"
        + $"{(receipt.Read > 0 ? $" ({FrenchNumbers.Rate(receipt.Rejected, receipt.Read)})" : "")}. Règles {receipt.RuleVersion}.");

    /// <summary>What still hinders a deposit.</summary>
    private static IEnumerable<string> Gaps(Return posted, Targets? targets)
    {
        var untargeted = posted.Lines.Where(line => line.Target is null).Select(line => line.Code).ToList();
        if (untargeted.Count > 0)
            yield return $"Sans cible, requise au dépôt (--cibles) : {string.Join(", ", untargeted)}.";
        var uncounted = (targets?.Indicators ?? []).Except(posted.Lines.Select(line => line.Code)).ToList();
        if (uncounted.Count > 0)
            yield return $"Avec une cible mais sans enregistrement, à compléter s'ils sont au contrat : {string.Join(", ", uncounted)}.";
    }
}
