using System.Text.Json;

namespace Reporting.Api.Tests.Secrecy;

/// <summary>
/// Writes down what every published table says of the figures, the rule of secrecy itself included, and works out what
/// each withheld count may be.
/// </summary>
internal sealed class Attacker(int threshold)
{
    // Rates, shares and changes have four decimals.
    private const decimal Rounding = 0.00005m;

    private readonly LinearSystem _system = new();
    private readonly Dictionary<string, PublishedCell> _cells = [];

    private int WithheldUpTo => threshold + 1;

    public int Cells => _cells.Count;

    public int Facts => _system.Facts;

    public int WithheldTotals { get; private set; }

    public IReadOnlyList<PublishedCell> Withheld => [.. _cells.Values.Where(cell => cell.Value is null)];

    /// <summary>How wide is what each withheld count may be, once everything is written down.</summary>
    public IReadOnlyDictionary<string, decimal> Widths()
    {
        _system.Solve();
        return Withheld.ToDictionary(cell => cell.V, cell => _system[cell.V].Most - _system[cell.V].Least);
    }

    public void Reads(IEnumerable<PublishedCell> cells)
    {
        foreach (var cell in cells.Where(cell => _cells.TryAdd(cell.V, cell)))
        {
            _system.Says(cell.V, cell.Value ?? 0, cell.Value ?? 1_000_000);
            _system.Says(cell.L, cell.LowerBound ?? 0, cell.LowerBound ?? 1_000_000);
            _system.Says([(cell.V, 1), (cell.L, -1)], 0, null);
            if (cell.ComparableValue is { } comparable)
            {
                _system.Says(cell.C, comparable, comparable);
            }

            if (cell is { Rate: { } rate, Target: { } target })
            {
                _system.Says([(cell.V, 1)], (rate - Rounding) * target, (rate + Rounding) * target);
            }

            if (cell.Value is null && cell.IsPartOfEmp1)
            {
                _system.Says(cell.V, 1, 1_000_000);
                _system.Says([(cell.EmploymentSeekers, 1), (cell.V, -1)], 0, null);
            }
            else if (cell.Value is null)
            {
                _system.Says(cell.V, 1, WithheldUpTo);
            }
        }
    }

    /// <summary>Reads a dashboard of one year over the territories that it counts.</summary>
    public void ReadsDashboard(JsonElement dashboard, IReadOnlyCollection<PublishedCell> now, IReadOnlyCollection<PublishedCell> before)
    {
        foreach (var total in Indicators(dashboard))
        {
            var code = total.GetProperty("code").GetString();
            List<PublishedCell> members = [.. now.Where(cell => cell.Indicator == code)];
            List<PublishedCell> previous = [.. before.Where(cell => cell.Indicator == code)];
            ReadsTotal(total, members);
            if (Number(total, "tauxRealisation") is { } rate && Number(total, "cible") is { } target)
            {
                _system.Says(Sum(members.Where(cell => cell.Target is not null)), (rate - Rounding) * target, (rate + Rounding) * target);
            }

            ReadsShare(members, Number(total, "partProvisoire"), 'p');
            ReadsShare(members, Number(total, "partEstimee"), 'e');
            if (total.TryGetProperty("anneePrecedente", out var year))
            {
                ReadsTotal(year, previous);
                ReadsChange(members, previous, Number(year, "evolutionComparable"));
            }
        }
    }

    /// <summary>Reads a series, in which every year is counted over the territories that it names, or over all.</summary>
    public void ReadsSeries(JsonElement series, IReadOnlyCollection<PublishedCell> cells)
    {
        foreach (var indicator in Indicators(series))
        {
            var code = indicator.GetProperty("code").GetString();
            var territories = indicator.TryGetProperty("territoires", out var named)
                ? named.EnumerateArray().Select(siren => siren.GetString()).ToHashSet()
                : null;
            foreach (var year in indicator.GetProperty("annees").EnumerateArray())
            {
                var members = cells.Where(cell => cell.Indicator == code && cell.Year == year.GetProperty("annee").GetInt32()
                    && territories?.Contains(cell.Territory) is not false).ToList();
                ReadsTotal(year, members);
                ReadsShare(members, Number(year, "partProvisoire"), 'p');
            }
        }
    }

    private void ReadsTotal(JsonElement total, List<PublishedCell> members)
    {
        if (members is [])
        {
            return;
        }

        if (Number(total, "valeur") is { } value)
        {
            _system.Says(Sum(members), value, value);
        }
        else
        {
            WithheldTotals++;
        }

        if (Number(total, "borneBasse") is { } bound)
        {
            // Of two territories of which one lies in the other, the bound is that of one of them at least.
            var isNested = members.Exists(cell => cell.Territory == NastyCampaigns.Marseille) && members.Exists(cell => cell.Territory == NastyCampaigns.AixMarseille);
            _system.Says(members.Select(cell => (cell.L, 1m)), bound, isNested ? null : bound);
        }

        if (total.TryGetProperty("encadrement", out var bracket))
        {
            _system.Says(Sum(members), bracket.GetProperty("minimum").GetDecimal(), bracket.GetProperty("maximum").GetDecimal());
        }
    }

    private void ReadsShare(List<PublishedCell> members, decimal? share, char status)
    {
        if (share is { } part)
        {
            var of = members.Where(cell => cell.Status.Contains(status, StringComparison.Ordinal)).ToList();
            _system.Says([.. Sum(of), .. Times(members, Rounding - part)], 0, null);
            _system.Says([.. Sum(of), .. Times(members, -Rounding - part)], null, 0);
        }
    }

    private void ReadsChange(List<PublishedCell> members, List<PublishedCell> previous, decimal? change)
    {
        if (change is { } rise)
        {
            var pairs = members.Join(previous, now => now.Territory, then => then.Territory, (now, then) => (now, then)).ToList();
            var now = pairs.Select(pair => (pair.now.C, 1m)).ToList();
            var then = pairs.ConvertAll(pair => pair.then);
            _system.Says([.. now, .. Times(then, -1 - rise + Rounding)], 0, null);
            _system.Says([.. now, .. Times(then, -1 - rise - Rounding)], null, 0);
        }
    }

    private static IEnumerable<(string, decimal)> Sum(IEnumerable<PublishedCell> cells) => Times(cells, 1);

    private static IEnumerable<(string, decimal)> Times(IEnumerable<PublishedCell> cells, decimal times) =>
        cells.Select(cell => (cell.V, times));

    private static IEnumerable<JsonElement> Indicators(JsonElement answer) =>
        answer.GetProperty("axes").EnumerateArray().SelectMany(axis => axis.GetProperty("indicateurs").EnumerateArray());

    private static decimal? Number(JsonElement from, string field) =>
        from.TryGetProperty(field, out var number) && number.ValueKind is JsonValueKind.Number ? number.GetDecimal() : null;
}
