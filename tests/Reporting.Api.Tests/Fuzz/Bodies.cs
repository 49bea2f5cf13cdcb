using System.Globalization;
using System.Text;
using Reporting.Api.Tests.Counts;
using Reporting.Api.Tests.Hosting;
using Reporting.Api.Tests.Idempotency;

namespace Reporting.Api.Tests.Fuzz;

/// <summary>Bodies: those that each route takes, whole or damaged, and those that none takes.</summary>
internal sealed class Bodies(Random random)
{
    private static readonly string Return = File.ReadAllText(Path.Combine(Repository.Root, "openapi", "examples", "remontee.json"));
    private static readonly string Records = File.ReadAllText(Path.Combine(Repository.Root, "openapi", "examples", "participations.csv"));
    private static readonly string[] Json = [Return, .. WriteRoutes.All.Select(route => route.Body ?? route.OtherBody)];
    private static readonly string Deep = new('[', 5000);

    public byte[] Of(string method, string pattern)
    {
        var sound = Sound(method, pattern);
        return random.Next(10) switch
        {
            < 5 => Encoding.UTF8.GetBytes(sound),
            < 8 => Encoding.UTF8.GetBytes(random.Mutate(sound)),
            8 => random.Mutate(Encoding.UTF8.GetBytes(sound)),
            _ => Encoding.UTF8.GetBytes(random.Any("", "{", "null", "[]", "\"\"", "\uFEFF" + sound, Deep, sound + sound, random.Any(Json))),
        };
    }

    /// <summary>A return that some territories may deposit, with figures of its own.</summary>
    public byte[] SoundReturn() => Encoding.UTF8.GetBytes(
        Return.Replace("850", random.Next(61, 5000).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("131", random.Next(1, 5000).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    public byte[] Batch(string url) => Encoding.UTF8.GetBytes(random.Any(
        $$"""{"requests":[{"id":"1","method":"get","url":"{{url}}"},{"id":"2","dependsOn":["1"],"method":"GET","url":"Axes"}]}""",
        random.Mutate($$"""{"requests":[{"id":"1","method":"post","url":"Axes","body":{} }]}"""),
        $"--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET {url} HTTP/1.1\r\n\r\n\r\n--b--\r\n",
        random.Mutate("--b\r\nContent-Type: application/http\r\n\r\nGET Axes HTTP/1.1\r\nHost: x\r\n\r\n--b--")));

    private string Sound(string method, string pattern) =>
        pattern.Contains("decomptes", StringComparison.Ordinal) ? random.Any(Records, PostedCounts.Records, """{"action":"3.1","indicateur":"DRO-6","personne":"p","date":"2025-05-05"}""")
        : pattern.Contains("simulation", StringComparison.Ordinal) ? Return
        : WriteRoutes.All.Where(route => route.Route == $"{method} {pattern}").Select(route => route.Body ?? "").FirstOrDefault(random.Any(Json));
}
