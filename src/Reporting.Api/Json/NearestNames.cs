namespace Reporting.Api.Json;

/// <summary>The known names that a misspelt one may stand for: those the fewest keystrokes away, if few enough.</summary>
internal static class NearestNames
{
    private const int CloseEnough = 3;

    public static IReadOnlyList<string> Of(string name, IEnumerable<string> known) =>
        known
            .Select(candidate => (candidate, distance: Distance(name, candidate)))
            .Where(pair => pair.distance < CloseEnough)
            .GroupBy(pair => pair.distance, pair => pair.candidate)
            .MinBy(nearest => nearest.Key)?
            .ToList() ?? [];

    private static int Distance(string one, string other)
    {
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var current = new int[other.Length + 1];
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var substitution = previous[j - 1] + (char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]) ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
