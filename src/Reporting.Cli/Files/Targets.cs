using System.Globalization;
using System.Text.Json;
using Reporting.Domain.Returns;

namespace Reporting.Cli.Files;

/// <summary>
/// The year's targets, which a deposit requires and no record can tell: from a contract as the service gives it
/// (<c>trajectoires</c>), or from a return (<c>indicateurs</c>).
/// </summary>
internal sealed class Targets(IReadOnlyDictionary<string, decimal> byIndicator)
{
    public IEnumerable<string> Indicators => byIndicator.Keys;

    public static async Task<Targets?> ReadAsync(string? path, int year, Stream standardInput, CancellationToken cancel)
    {
        if (path is null)
            return null;

        var file = await ReturnFile.ReadAsync(path, standardInput, cancel);
        using var document = JsonDocument.Parse(file.Json);
        var targets = List(document.RootElement, "trajectoires") is { } trajectories
            ? Read(trajectories, "indicateur", trajectory => Figure(Member(trajectory, "cibles"), year.ToString(CultureInfo.InvariantCulture)))
            : List(document.RootElement, "indicateurs") is { } lines
            ? Read(lines, "code", line => Figure(line, "cible"))
            : throw Failure.Usage($"{path} : ni un contrat (« trajectoires ») ni une remontée (« indicateurs »).");
        return targets.Count > 0 ? new(targets) : throw Failure.Usage($"{path} : aucune cible pour {year}.");
    }

    public Return Apply(Return counted) => counted with
    {
        Lines = [.. counted.Lines.Select(line => line with { Target = byIndicator.TryGetValue(line.Code, out var target) ? target : null })],
    };

    private static Dictionary<string, decimal> Read(JsonElement list, string code, Func<JsonElement, decimal?> figure)
    {
        var targets = new Dictionary<string, decimal>();
        foreach (var entry in list.EnumerateArray())
        {
            if (Member(entry, code) is { ValueKind: JsonValueKind.String } name && figure(entry) is { } target)
                targets[name.GetString()!] = target;
        }

        return targets;
    }

    private static JsonElement? List(JsonElement of, string name) =>
        Member(of, name) is { ValueKind: JsonValueKind.Array } list ? list : null;

    private static decimal? Figure(JsonElement? of, string name) =>
        of is { } owner && Member(owner, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var figure) ? figure : null;

    private static JsonElement? Member(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var value) ? value : null;
}
