using System.Text.Json;
using Reporting.Domain.Catalogue;

namespace Reporting.Store.Returns;

/// <summary>Who funds each contribution of TES-2, which the body of a version alone tells.</summary>
internal static class PostedFunding
{
    /// <summary>The funding axes by the position of their contributions.</summary>
    /// <param name="body">The body, as it is kept.</param>
    public static IReadOnlyDictionary<int, string> Of(string body)
    {
        using var document = JsonDocument.Parse(body);
        return !document.RootElement.TryGetProperty("indicateurs", out var lines) ? new Dictionary<int, string>() : lines.EnumerateArray()
            .Where(line => line.GetProperty("code").GetString() == Indicators.Tes2.Code && line.TryGetProperty("contributions", out _))
            .SelectMany(line => line.GetProperty("contributions").EnumerateArray())
            .Select((contribution, index) => (
                Position: index + 1,
                Axis: contribution.TryGetProperty("axeFinancement", out var axis) ? axis.GetString() : null))
            .Where(contribution => contribution.Axis is not null)
            .ToDictionary(contribution => contribution.Position, contribution => contribution.Axis!);
    }
}
