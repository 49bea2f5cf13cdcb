using System.IO.Compression;
using System.Text;

namespace Reporting.Api.Tests.Fuzz;

/// <summary>Makes of something sound something that is not quite.</summary>
internal static class Mutation
{
    private static readonly string[] Nasty =
    [
        "", "null", "true", "-1", "0", "1e400", "99999999999999999999", "NaN", "0.005", "[]", "{}", "\"", "'", "''", "\\", "\\u0000",
        "%00", "%", "%zz", "%2e%2e%2f", "../", "\0", "\r\n", "é", "\ud83d\ude00", "\u202e", "<script>", ";DROP TABLE Territory--",
        "' or 1 eq 1", "((((((((", "))))))))", "/", "//", "?", "&", "=", "#", "+", " ", "$", "@", "*", ",", ":", "~",
    ];

    public static T Any<T>(this Random random, params IReadOnlyList<T> among) => among[random.Next(among.Count)];

    public static bool Chance(this Random random, double probability) => random.NextDouble() < probability;

    public static string AnyNasty(this Random random) => random.Chance(0.9)
        ? random.Any(Nasty)
        : new string((char)random.Next(32, 127), random.Any(10, 300, 3000));

    public static string Mutate(this Random random, string text)
    {
        var mutated = new StringBuilder(text);
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(mutated.Length + 1);
            var span = Math.Min(random.Next(1, 12), mutated.Length - at);
            switch (random.Next(5))
            {
                case 0: mutated.Remove(at, span); break;
                case 1: mutated.Insert(at, random.AnyNasty()); break;
                case 2: mutated.Insert(at, mutated.ToString(at, span)); break;
                case 3 when span > 0: mutated[at] = (char)random.Next(1, 256); break;
                case 3: break;
                default: mutated.Remove(at, span).Insert(at, random.AnyNasty()); break;
            }
        }

        return mutated.ToString();
    }

    public static byte[] Mutate(this Random random, byte[] bytes)
    {
        var mutated = bytes.ToArray();
        for (var times = random.Next(1, 5); times > 0 && mutated.Length > 0; times--)
        {
            mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
        }

        return random.Chance(0.2) ? mutated[..random.Next(mutated.Length + 1)] : mutated;
    }

    public static byte[] Compress(byte[] bytes, bool brotli)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = brotli ? new BrotliStream(compressed, CompressionLevel.Fastest) : new GZipStream(compressed, CompressionLevel.Fastest))
        {
            stream.Write(bytes);
        }

        return compressed.ToArray();
    }
}
