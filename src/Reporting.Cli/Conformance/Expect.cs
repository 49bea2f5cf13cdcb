using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reporting.Cli.Printing;
using Reporting.Cli.Service;

namespace Reporting.Cli.Conformance;

/// <summary>Holds answers to what a case expects.</summary>
internal static class Expect
{
    private const int LongestShown = 120;

    public static Answer Status(Answer answer, HttpStatusCode expected) =>
        answer.Status == expected ? answer : throw new CaseFailure(Text(expected), Describe(answer));

    public static Answer Success(Answer answer) =>
        answer.Succeeded ? answer : throw new CaseFailure("200 ou 201", Describe(answer));

    /// <summary>A refusal of one status and type.</summary>
    public static string Problem(Answer answer, HttpStatusCode status, string type)
    {
        var found = answer.TryRead<Problem>()?.Type;
        return answer.Status == status && found == $"urn:reporting:{type}"
            ? Describe(answer)
            : throw new CaseFailure($"{Text(status)} urn:reporting:{type}", Describe(answer));
    }

    /// <summary>A refusal that names a rule among its findings.</summary>
    public static string Finding(Answer answer, HttpStatusCode status, string type, string rule, string pointer)
    {
        Problem(answer, status, type);
        var findings = answer.Read<Problem>().Findings ?? [];
        return findings.Any(finding => finding.Rule == rule && finding.Pointer.StartsWith(pointer, StringComparison.Ordinal))
            ? $"{Text(status)}, constat {rule} en {pointer}"
            : throw new CaseFailure(
                $"un constat {rule} en {pointer}",
                findings.Count == 0 ? "aucun constat" : string.Join(", ", findings.Select(finding => $"{finding.Rule} en {finding.Pointer}")));
    }

    public static Answer State(Answer answer, string expected)
    {
        var found = answer.Read<StoredReturn>().State;
        return found == expected ? answer : throw new CaseFailure($"l'état {expected}", $"l'état {found}");
    }

    public static void Same<T>(string what, T expected, T got)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, got))
            throw new CaseFailure($"{what} : {Show(expected)}", Show(got));
    }

    public static JsonNode Json(Answer answer)
    {
        try
        {
            return JsonNode.Parse(answer.Body) ?? throw new CaseFailure("un document JSON", "null");
        }
        catch (JsonException)
        {
            throw new CaseFailure("un document JSON", Describe(answer));
        }
    }

    public static string Describe(Answer answer) =>
        answer.TryRead<Problem>()?.Type is { } type ? $"{Text(answer.Status)} {type}" : Text(answer.Status);

    private static string Text(HttpStatusCode status) => ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Show<T>(T value)
    {
        var text = value is decimal number ? FrenchNumbers.Number(number) : $"{value}";
        return text.Length <= LongestShown ? text : text[..LongestShown] + "…";
    }
}
