using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Reporting.Api.Tests.Fuzz;

/// <summary>The versions of 2025 returns that the service said it stored, in JSON or in text.</summary>
internal sealed partial class Acknowledgements
{
    private readonly ConcurrentDictionary<(string Siren, string Version), bool> _heard = new();
    private int _unheard;

    public int Count => _heard.Count;

    /// <summary>Writes that were cut short, of which nobody heard whether they took place.</summary>
    public int Unheard => _unheard;

    public int Of(string siren) => _heard.Keys.Count(version => version.Siren == siren);

    public void Add(RawAnswer answer)
    {
        if (answer.Status == 0)
        {
            Interlocked.Increment(ref _unheard);
        }

        if (answer.Status is 200 or 201
            && (Json().Match(answer.Body) is { Success: true } read || (read = Text().Match(answer.Body)).Success)
            && read.Groups["year"].Value == "2025")
        {
            // A repetition with its key is told of the same version again.
            _heard.TryAdd((read.Groups["siren"].Value, read.Groups["version"].Value), true);
        }
    }

    [GeneratedRegex("""^\{"annee":(?<year>\d+),"territoire":"(?<siren>\d+)","version":(?<version>\d+)""")]
    private static partial Regex Json();

    [GeneratedRegex(@"(?<year>\d{4}) du territoire (?<siren>\d+), version (?<version>\d+)")]
    private static partial Regex Text();
}
