using System.Text.Json;
using System.Text.Json.Nodes;
using Reporting.Api.Json;
using Reporting.Api.Returns;
using Reporting.Domain.Counting;
using Reporting.Domain.Returns;

namespace Reporting.Api.Tests.Corrections;

/// <summary>What the service finds in a posted document: in its shape, or else by the rules.</summary>
internal sealed record Verdict(bool IsShaped, IReadOnlyList<Finding> Findings, IReadOnlyList<CountedLine> Lines)
{
    public static Verdict On(JsonNode posted)
    {
        using var document = JsonDocument.Parse(posted.ToJsonString());
        var type = WireJson.TypeOf<ReturnBody>();
        if (JsonShape.Check(document.RootElement, type) is { Count: > 0 } misshapen)
        {
            return new(false, misshapen, []);
        }

        var counted = ReturnCounter.Count(
            document.Deserialize(type)!.ToReturn(2025), new(null, new Dictionary<string, decimal>(), ForDeposit: false));
        return new(true, counted.Findings, counted.Lines);
    }

    /// <summary>Everything told, place by place, with the figures.</summary>
    public string Text => string.Join('\n',
    [
        .. Places.Select(place => $"{place.Code} {place.Pointer}").Order(StringComparer.Ordinal),
        .. Lines.Select(line => $"{line.Indicator.Code} {line.Gross:0.##} {line.LowerBound:0.##} {line.Value:0.##}"),
    ]);

    public IEnumerable<(string Rule, string Code, string Pointer)> Places => Findings.SelectMany(PlacesOf);

    public static IEnumerable<(string Rule, string Code, string Pointer)> PlacesOf(Finding finding) =>
        finding.OtherPointers.Prepend(finding.Pointer).Select(pointer => (finding.Rule, finding.Message.Code, pointer));
}
