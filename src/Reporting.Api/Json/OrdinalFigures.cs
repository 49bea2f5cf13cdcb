namespace Reporting.Api.Json;

/// <summary>Figures by name, in an order that no culture changes: the same content is always written the same.</summary>
internal sealed class OrdinalFigures() : SortedDictionary<string, decimal>(StringComparer.Ordinal)
{
    public static OrdinalFigures From(IEnumerable<KeyValuePair<string, decimal>> figures)
    {
        var ordered = new OrdinalFigures();
        foreach (var (name, figure) in figures)
        {
            ordered.Add(name, figure);
        }

        return ordered;
    }
}
