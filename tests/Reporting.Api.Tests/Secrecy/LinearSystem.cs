namespace Reporting.Api.Tests.Secrecy;

/// <summary>
/// What linear equations and inequalities say of counts: what follows from each by itself, from what others have said of
/// its members, and from every combination of the equations, until nothing more follows.
/// </summary>
internal sealed class LinearSystem
{
    private const decimal Everyone = 100_000_000;
    private const decimal Nothing = 0.000001m;

    private readonly Dictionary<string, (decimal Least, decimal Most)> _ranges = [];
    private readonly List<(Dictionary<string, decimal> Terms, decimal Least, decimal Most)> _facts = [];

    public IEnumerable<string> Unknowns => _ranges.Where(range => range.Value.Most - range.Value.Least > Nothing).Select(range => range.Key);

    public int Facts => _facts.Count;

    public (decimal Least, decimal Most) this[string name] => _ranges.GetValueOrDefault(name, (-Everyone, Everyone));

    public void Says(string name, decimal least, decimal most) => Says([(name, 1)], least, most);

    public void Says(IEnumerable<(string Name, decimal Times)> sum, decimal? least, decimal? most)
    {
        var terms = sum.GroupBy(term => term.Name).ToDictionary(same => same.Key, same => same.Sum(term => term.Times));
        foreach (var name in terms.Keys)
        {
            _ranges.TryAdd(name, (-Everyone, Everyone));
        }

        _facts.Add((terms, least ?? -Everyone * 1000, most ?? Everyone * 1000));
    }

    public void Solve()
    {
        Propagate(_facts);
        Propagate([.. _facts, .. Combinations()]);
    }

    private void Propagate(IReadOnlyCollection<(Dictionary<string, decimal> Terms, decimal Least, decimal Most)> facts)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (terms, least, most) in facts)
            {
                var low = terms.Sum(term => Math.Min(term.Value * _ranges[term.Key].Least, term.Value * _ranges[term.Key].Most));
                var high = terms.Sum(term => Math.Max(term.Value * _ranges[term.Key].Least, term.Value * _ranges[term.Key].Most));
                foreach (var (name, times) in terms)
                {
                    var (from, to) = _ranges[name];
                    var one = (least - (high - Math.Max(times * from, times * to))) / times;
                    var other = (most - (low - Math.Min(times * from, times * to))) / times;
                    changed |= Narrow(name, Math.Min(one, other), Math.Max(one, other));
                }
            }
        }
    }

    private bool Narrow(string name, decimal least, decimal most)
    {
        var (from, to) = _ranges[name];
        var (low, high) = (Math.Max(from, least), Math.Min(to, most));
        Assert.True(low <= high + Nothing, $"What is published contradicts itself about {name}: {low} to {high}.");
        if (low - from <= Nothing && to - high <= Nothing)
        {
            return false;
        }

        _ranges[name] = (low, Math.Max(low, high));
        return true;
    }

    /// <summary>The equations between what is still unknown, each variable eliminated from all others but one.</summary>
    private List<(Dictionary<string, decimal> Terms, decimal Least, decimal Most)> Combinations()
    {
        var unknown = Unknowns.ToHashSet();
        var rows = _facts.Where(fact => fact.Least == fact.Most && fact.Terms.Keys.Any(unknown.Contains))
            .Select(fact => (
                Terms: fact.Terms.Where(term => unknown.Contains(term.Key)).ToDictionary(),
                Sum: fact.Least - fact.Terms.Where(term => !unknown.Contains(term.Key)).Sum(term => term.Value * _ranges[term.Key].Least)))
            .ToList();
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row].Terms.Count == 0)
            {
                continue;
            }

            var (pivot, times) = rows[row].Terms.First();
            for (var next = 0; next < rows.Count; next++)
            {
                if (next != row && rows[next].Terms.TryGetValue(pivot, out var found))
                {
                    rows[next] = Less(rows[next], rows[row], found / times);
                }
            }
        }

        return [.. rows.Where(row => row.Terms.Count > 0).Select(row => (row.Terms, row.Sum, row.Sum))];
    }

    private static (Dictionary<string, decimal> Terms, decimal Sum) Less(
        (Dictionary<string, decimal> Terms, decimal Sum) row, (Dictionary<string, decimal> Terms, decimal Sum) other, decimal times) =>
        (row.Terms.Keys.Union(other.Terms.Keys)
            .Select(name => (Name: name, Times: row.Terms.GetValueOrDefault(name) - (times * other.Terms.GetValueOrDefault(name))))
            .Where(term => Math.Abs(term.Times) > Nothing)
            .ToDictionary(term => term.Name, term => term.Times),
            row.Sum - (times * other.Sum));
}
