using System.Globalization;
using System.Text.Json;
using Reporting.Domain.Returns;

namespace Reporting.Api.PlainText;

/// <summary>Findings for a reader who has the return before them and no JSON: the gravest first, then line by line.</summary>
internal static class FindingsText
{
    private static readonly (Severity Severity, string Title)[] Sections =
        [(Severity.Error, "À corriger"), (Severity.Warning, "À vérifier"), (Severity.Information, "Pour information")];

    public static IEnumerable<string> Write(IReadOnlyList<Finding> findings, JsonElement document) =>
        Sections.SelectMany(section =>
            Section(section.Title, [.. findings.Where(finding => finding.Severity == section.Severity)], document));

    public static string Summary(IReadOnlyList<Finding> findings) =>
        $"{Count(findings, Severity.Error, "erreur", "erreurs")} à corriger, {Count(findings, Severity.Warning, "point", "points")} à vérifier";

    private static string Count(IEnumerable<Finding> findings, Severity severity, string one, string many) =>
        findings.Count(finding => finding.Severity == severity) is var count && count < 2
            ? string.Create(CultureInfo.InvariantCulture, $"{count} {one}")
            : string.Create(CultureInfo.InvariantCulture, $"{count} {many}");

    private static IEnumerable<string> Section(string title, IReadOnlyList<Finding> findings, JsonElement document)
    {
        if (findings is [])
        {
            yield break;
        }

        yield return "";
        yield return title.ToUpperInvariant();
        var told = findings.SelectMany(finding => Told(finding).Select(at => (finding, at.Text, Place: Place.Of(at.Pointer, document))));
        foreach (var line in told.GroupBy(at => at.Place.Line).OrderBy(line => line.Key ?? -1))
        {
            yield return "";
            yield return line.Key is { } index ? Posted.LineName(document, index) : "L'ensemble de la remontée";
            foreach (var same in line.GroupBy(at => (at.finding, at.Text)))
            {
                var places = PlaceList.Name([.. same.Select(at => at.Place)]);
                yield return places is "" ? $"- {same.Key.Text}" : $"- {places} : {same.Key.Text}";
                foreach (var fix in Fixes(same.Key.finding, line.Key))
                {
                    yield return $"  Correction : {fix}.";
                }
            }
        }
    }

    private static IEnumerable<FindingPlace> Told(Finding finding) => finding.Places is not []
        ? finding.Places
        : finding.OtherPointers.Prepend(finding.Pointer).Select(pointer => new FindingPlace(pointer, finding.Message.Text));

    private static IEnumerable<string> Fixes(Finding finding, int? line) =>
        finding.Fix
            .Where(fix => line is null || fix.Path.StartsWith(string.Create(CultureInfo.InvariantCulture, $"/indicateurs/{line}/"), StringComparison.Ordinal))
            .Select(Describe).Distinct();

    private static string Describe(PatchOperation fix) => fix.Operation switch
    {
        "remove" => $"retirez « {Name(fix.Path)} »",
        "move" => $"renommez « {Name(fix.From!)} » en « {Name(fix.Path)} »",
        "replace" => string.Create(CultureInfo.InvariantCulture, $"écrivez {Name(fix.Path)} : {Literal(fix.Value)}"),
        _ => throw new ArgumentOutOfRangeException(nameof(fix), fix, null),
    };

    private static string Literal(object? value) => value is string text ? $"« {text} »" : JsonSerializer.Serialize(value);

    private static string Name(string pointer) => pointer[(pointer.LastIndexOf('/') + 1)..].Replace("~1", "/").Replace("~0", "~");
}
