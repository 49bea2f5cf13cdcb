using Reporting.Cli.Files;
using Reporting.Cli.Service;
using Spectre.Console;

namespace Reporting.Cli.Printing;

internal static class FindingsPrinter
{
    public static void Print(IAnsiConsole page, ReturnFile file, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            page.Write($"{file.Locate(finding.Pointer)}  ");
            page.Write(finding.Severity, Colour(finding.Severity));
            page.WriteLine($"  {finding.Rule}  {finding.Message}  ({finding.Pointer})");
            foreach (var place in finding.Places ?? [])
                page.WriteLine($"  {file.Locate(place.Pointer)}  {place.Message}  ({place.Pointer})");
            foreach (var pointer in finding.Places is null ? finding.OtherPointers ?? [] : [])
                page.WriteLine($"  {file.Locate(pointer)}  voir aussi  ({pointer})");
            foreach (var operation in finding.Correction ?? [])
                page.WriteLine($"  correctif : {Describe(operation)}");
        }
    }

    public static string Summary(IReadOnlyList<Finding> findings)
    {
        var errors = findings.Count(finding => finding.Severity is Finding.Error);
        var warnings = findings.Count(finding => finding.Severity is Finding.Warning);
        return $"{FrenchNumbers.Count(errors, Finding.Error)}, {FrenchNumbers.Count(warnings, Finding.Warning)}";
    }

    private static Style Colour(string severity) => severity switch
    {
        Finding.Error => new Style(Color.Red, decoration: Decoration.Bold),
        Finding.Warning => new Style(Color.Yellow),
        _ => new Style(Color.Blue),
    };

    private static string Describe(PatchOperation operation) => operation.Operation switch
    {
        "add" => $"ajouter {operation.Path} = {operation.Value}",
        "replace" => $"remplacer {operation.Path} par {operation.Value}",
        "move" => $"renommer {operation.From} en {operation.Path}",
        "remove" => $"retirer {operation.Path}",
        _ => $"{operation.Operation} {operation.Path} {operation.Value}",
    };
}
