using System.Text.Json;
using Reporting.Domain.Returns;

namespace Reporting.Api.PlainText;

/// <summary>A refusal as a mail to a colleague can carry it.</summary>
internal static class ProblemText
{
    public static string Of(string title, string? detail, IReadOnlyList<Finding>? findings, string? body, string traceId)
    {
        using var document = JsonDocument.Parse(body ?? "null");
        IEnumerable<string?> lines =
        [
            $"{title}.",
            detail,
            .. FindingsText.Write(findings ?? [], document.RootElement),
            "",
            $"Identifiant de la requête : {traceId}",
        ];
        return string.Concat(lines.OfType<string>().Select(line => line + "\n"));
    }
}
