using System.IO.Compression;
using System.Text;

namespace Reporting.Api.Tests.Returns;

/// <summary>Families of documents that are no return, whatever the rules say.</summary>
internal static class MalformedBodies
{
    private const int Limit = 1024 * 1024;

    private static readonly string[] Texts = ["1", "true", "[]", "{}"];
    private static readonly string[] Figures = ["\"1\"", "false", "[1]", "{}", "\"\"", "NaN", "Infinity", "-Infinity", "1e400", "-1e400", "1e-400", "1e-29", "01", "+1", ".5", "1.", "0x10", "1_000", new('9', 40), "0." + new string('3', 40)];
    private static readonly string[] Switches = ["\"true\"", "1", "[]", "{}", "True"];

    public static string Example { get; } =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "examples", "remontee.json"));

    public static IReadOnlyDictionary<string, IReadOnlyList<MalformedBody>> Families { get; } =
        new Dictionary<string, IReadOnlyList<MalformedBody>>
        {
            ["truncated"] = [.. Truncations()],
            ["wrong types"] = [.. WrongTypes()],
            ["null"] = [.. Nulls()],
            ["nesting"] = [.. Nesting()],
            ["repeated fields"] = [.. RepeatedFields()],
            ["text"] = [.. UnreadableTexts()],
            ["bytes"] = [.. UnreadableBytes()],
            ["too long"] = [.. TooLong()],
            ["unknown fields"] = [.. UnknownFields()],
            ["other documents"] = [.. OtherDocuments()],
            ["announcements"] = [.. Announcements()],
            ["compressed"] = [.. Compressed()],
            ["too large"] = [.. TooLarge()],
        };

    public static string Contribution(string fields) => Line($"\"contributions\":[{{\"action\":\"1.1\",\"effectif\":1{fields}}}]");

    private static string Line(string fields) => $"{{\"indicateurs\":[{{\"code\":\"ENF-1\",{fields}}}]}}";

    private static IEnumerable<MalformedBody> Truncations()
    {
        var bytes = Encoding.UTF8.GetBytes(Example.TrimEnd());
        return Enumerable.Range(0, 60).Select(i => i * bytes.Length / 60)
            .Select(length => new MalformedBody($"the first {length} bytes", bytes[..length]));
    }

    private static IEnumerable<MalformedBody> WrongTypes()
    {
        string[] figures = ["doublons", "horsPeriode", "horsPublic", "sansSuite", "menages", "falcSeul", "dejaEmp2", "dontMobilite"];
        string[] texts = ["indicateurLocal", "libelle", "modalite", "axeFinancement"];
        string[] switches = ["uniteEnfant", "finance", "slime", "methodeResorptionBidonvilles", "outilCartographie", "estimation"];
        return
        [
            .. Each(figures, Figures, (field, value) => Contribution($",\"{field}\":{value}")),
            .. Each(texts, Texts, (field, value) => Contribution($",\"{field}\":{value}")),
            .. Each(switches, Switches, (field, value) => Contribution($",\"{field}\":{value}")),
            .. Each(["rentree"], [.. Figures, "1.5", "3000000000"], (field, value) => Contribution($",\"{field}\":{value}")),
            .. Each(["parAge"], ["[]", "1", "\"11\"", "true", "[{\"11\":1}]"], (field, value) => Contribution($",\"{field}\":{value}")),
            .. Each(["11", "x"], Figures, (age, value) => Contribution($",\"parAge\":{{\"{age}\":{value}}}")),
            .. Each(["valeur", "cible", "dontMobilite"], Figures, (field, value) => Line($"\"{field}\":{value}")),
            .. Each(["commentaire"], Texts, (field, value) => Line($"\"valeur\":1,\"{field}\":{value}")),
            .. Each(["changementMethode"], ["1", "\"x\"", "[]", "true", "{}"], (field, value) => Line($"\"valeur\":1,\"{field}\":{value}")),
            .. Each(["effet"], Figures, (field, value) => Line($"\"valeur\":1,\"changementMethode\":{{\"description\":\"x\",\"{field}\":{value}}}")),
            .. Each(["description"], Texts, (field, value) => Line($"\"valeur\":1,\"changementMethode\":{{\"{field}\":{value},\"effet\":1}}")),
            .. Each(["effectif"], Figures, (field, value) => Line($"\"contributions\":[{{\"action\":\"1.1\",\"{field}\":{value}}}]")),
            .. Each(["action"], Texts, (field, value) => Line($"\"contributions\":[{{\"{field}\":{value},\"effectif\":1}}]")),
            .. Each(["contributions"], ["1", "\"x\"", "{}", "true", "[1]", "[\"x\"]", "[[]]"], (field, value) => Line($"\"{field}\":{value}")),
            .. Each(["code"], Texts, (field, value) => $"{{\"indicateurs\":[{{\"{field}\":{value},\"valeur\":1}}]}}"),
            .. Each(["indicateurs"], ["1", "\"x\"", "{}", "true", "[1]", "[\"x\"]", "[[]]", "[{}]"], (field, value) => $"{{\"{field}\":{value}}}"),
        ];
    }

    private static IEnumerable<MalformedBody> Nulls() =>
    [
        new("the root", "null"),
        new("the lines", """{"indicateurs":null}"""),
        new("a line", """{"indicateurs":[null]}"""),
        new("a code", """{"indicateurs":[{"code":null,"valeur":1}]}"""),
        new("a contribution", Line("\"contributions\":[null]")),
        new("an action", Line("\"contributions\":[{\"action\":null,\"effectif\":1}]")),
        new("a headcount", Line("\"contributions\":[{\"action\":\"1.1\",\"effectif\":null}]")),
        new("an age group", Contribution(",\"parAge\":{\"11\":null}")),
        new("a description", Line("\"valeur\":1,\"changementMethode\":{\"description\":null,\"effet\":1}")),
        new("an effect", Line("\"valeur\":1,\"changementMethode\":{\"description\":\"x\",\"effet\":null}")),
    ];

    private static IEnumerable<MalformedBody> Nesting() =>
        from depth in (int[])[17, 18, 32, 63, 64, 65, 100, 1_000, 10_000]
        from body in (MalformedBody[])
        [
            new($"arrays, {depth} levels", Nested("[", "]", depth)),
            new($"objects, {depth} levels", Nested("{\"indicateurs\":", "}", depth)),
            new($"in parAge, {depth} levels", Contribution($",\"parAge\":{{\"11\":{Nested("[", "]", depth)}}}")),
            new($"arrays never closed, {depth} levels", new string('[', depth)),
        ]
        select body;

    private static IEnumerable<MalformedBody> RepeatedFields() =>
    [
        new("at the root", """{"indicateurs":[],"indicateurs":[]}"""),
        new("a code", """{"indicateurs":[{"code":"ENF-1","code":"ENF-2","valeur":1}]}"""),
        new("a figure", Line("\"valeur\":1,\"valeur\":1")),
        new("a headcount", Contribution(",\"effectif\":2")),
        new("an age", Contribution(",\"parAge\":{\"11\":1,\"11\":2}")),
        new("an age, once escaped", Contribution(",\"parAge\":{\"11\":1,\"\\u0031\\u0031\":2}")),
        new("a figure, once escaped", Line("\"valeur\":1,\"\\u0076aleur\":2")),
        new("in other case", Line("\"valeur\":1,\"Valeur\":2")),
        new("an effect", Line("\"valeur\":1,\"changementMethode\":{\"description\":\"x\",\"effet\":1,\"effet\":2}")),
    ];

    private static IEnumerable<MalformedBody> UnreadableTexts()
    {
        string[] unreadable = ["\\ud800", "\\udfff", "\\udc00\\ud800", "\\u0000", "\\u0001", "\\u001b[31m", "\\u007f", "\\u0085", "\\b", "\\x41", "\\u12", "\u0000", "\u0007", "\n"];
        return
        [
            .. Each(["libelle", "indicateurLocal", "modalite"], unreadable, (field, value) => Contribution($",\"{field}\":\"a{value}\"")),
            .. Each(["commentaire"], unreadable, (field, value) => Line($"\"valeur\":1,\"{field}\":\"a{value}\"")),
            .. Each(["the name of a field"], unreadable, (_, value) => Contribution($",\"libelle{value}\":1")),
            .. Each(["the name of an age"], unreadable, (_, value) => Contribution($",\"parAge\":{{\"11{value}\":1}}")),
        ];
    }

    private static IEnumerable<MalformedBody> UnreadableBytes()
    {
        byte[][] sequences = [[0xC3, 0x28], [0xFF], [0xFE], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80]];
        return
        [
            .. sequences.SelectMany(bytes => (MalformedBody[])
            [
                new($"{Convert.ToHexString(bytes)} in a text", Splice(Contribution(",\"libelle\":\"#\""), bytes)),
                new($"{Convert.ToHexString(bytes)} in a name", Splice(Contribution(",\"libelle#\":\"a\""), bytes)),
                new($"{Convert.ToHexString(bytes)} in an age", Splice(Contribution(",\"parAge\":{\"1#\":1}"), bytes)),
                new($"{Convert.ToHexString(bytes)} between tokens", Splice(Contribution(" # "), bytes)),
            ]),
            new("UTF-16", Encoding.Unicode.GetBytes(Example)),
            new("UTF-16 with its mark", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Example)]),
            new("UTF-32", Encoding.UTF32.GetBytes(Example)),
            new("Latin-1", Encoding.Latin1.GetBytes(Example)),
            new("two byte order marks", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Example)]),
            new("a NUL at the end", [.. Encoding.UTF8.GetBytes(Example), 0]),
        ];
    }

    private static IEnumerable<MalformedBody> TooLong() =>
    [
        .. Each(["libelle"], [Long(501), Long(900_000)], (field, value) => Contribution($",\"{field}\":{value}")),
        .. Each(["indicateurLocal"], [Long(65), Long(900_000)], (field, value) => Contribution($",\"{field}\":{value}")),
        .. Each(["modalite", "axeFinancement"], [Long(33)], (field, value) => Contribution($",\"{field}\":{value}")),
        .. Each(["commentaire"], [Long(4001)], (field, value) => Line($"\"valeur\":1,\"{field}\":{value}")),
        .. Each(["code"], [Long(9)], (field, value) => $"{{\"indicateurs\":[{{\"{field}\":{value},\"valeur\":1}}]}}"),
        .. Each(["action"], [Long(9)], (field, value) => Line($"\"contributions\":[{{\"{field}\":{value},\"effectif\":1}}]")),
        new("a name of 900,000 characters", Contribution($",{Long(900_000)}:1")),
        new("an age of 900,000 digits", Contribution($",\"parAge\":{{{Long(900_000)}:1}}")),
        new("a number of 900,000 digits", Contribution($",\"doublons\":{new string('1', 900_000)}")),
        new("100,000 unknown fields", Contribution(string.Concat(Enumerable.Range(0, 100_000).Select(i => $",\"{i}\":1")))),
        new("80,000 empty lines", $"{{\"indicateurs\":[{string.Join(',', Enumerable.Repeat("{}", 80_000))}]}}"),
    ];

    private static IEnumerable<MalformedBody> UnknownFields() =>
    [
        .. Each(["Effectif", "efectif", "doublon", "hors_periode", "sanssuite", "age", "__proto__", "$type", "$ref", "$id", ""], ["1"],
            (field, value) => Contribution($",\"{field}\":{value}")),
        .. Each(["Cible", "cibles", "target", "commentaires", "contribution", "$values"], ["1"],
            (field, value) => Line($"\"valeur\":1,\"{field}\":{value}")),
        .. Each(["Indicateurs", "annee", "$schema"], ["[]"], (field, value) => $"{{\"indicateurs\":[],\"{field}\":{value}}}"),
    ];

    private static IEnumerable<MalformedBody> OtherDocuments() =>
    [
        new("nothing", ""), new("white space", " \r\n\t "), new("an empty list", "[]"), new("a list of lines", """[{"code":"ENF-1","valeur":1}]"""),
        new("an empty object", "{}"), new("a number", "1"), new("a text", "\"x\""), new("a boolean", "true"),
        new("two documents", "{\"indicateurs\":[]}{\"indicateurs\":[]}"), new("a tail", "{\"indicateurs\":[]} x"),
        new("a trailing comma", "{\"indicateurs\":[],}"), new("a comment", "/* x */ {\"indicateurs\":[]}"),
        new("single quotes", "{'indicateurs':[]}"), new("no quotes", "{indicateurs:[]}"), new("XML", "<indicateurs/>"),
        new("CSV", "code;valeur\nENF-1;3"), new("a form", "indicateurs=1"), new("a lone mark", Encoding.UTF8.Preamble.ToArray()),
    ];

    private static IEnumerable<MalformedBody> Announcements()
    {
        string?[] types =
        [
            null, "", "json", "text/plain", "text/json", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
            "application/octet-stream", "application/ld+json", "application/json, application/json", "application/json; charset=iso-8859-1",
            "application/json; charset=utf-16", "application/json; charset=utf-7", "application/json; charset=nonsense", "application/json; charset=",
            "*/*", "application/*",
        ];
        return types.Select(type => new MalformedBody($"as {type}", Encoding.UTF8.GetBytes(Example), type));
    }

    private static IEnumerable<MalformedBody> Compressed()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Example));
        }

        return
        [
            new("gzip", compressed.ToArray(), ContentEncoding: "gzip"),
            new("gzip, not announced", compressed.ToArray()),
            new("announced as gzip only", Encoding.UTF8.GetBytes(Example), ContentEncoding: "gzip"),
            new("deflate", Encoding.UTF8.GetBytes(Example), ContentEncoding: "deflate"),
            new("brotli", Encoding.UTF8.GetBytes(Example), ContentEncoding: "br"),
            new("identity, then gzip", Encoding.UTF8.GetBytes(Example), ContentEncoding: "identity, gzip"),
        ];
    }

    private static IEnumerable<MalformedBody> TooLarge() =>
    [
        .. ((int[])[Limit + 1, 2 * Limit, 64 * Limit]).Select(bytes => new MalformedBody($"{bytes} bytes", Padded(bytes))),
        new("one byte too many, in chunks", Padded(Limit + 1), Chunked: true),
    ];

    private static byte[] Padded(int length)
    {
        var bytes = new byte[length];
        Array.Fill(bytes, (byte)' ');
        Encoding.UTF8.GetBytes(Example).CopyTo(bytes, 0);
        return bytes;
    }

    private static IEnumerable<MalformedBody> Each(
        IEnumerable<string> fields, IReadOnlyList<string> values, Func<string, string, string> document) =>
        from field in fields
        from value in values
        select new MalformedBody($"{field}: {(value.Length > 50 ? $"{value.Length} characters" : value)}", document(field, value));

    private static string Long(int length) => $"\"{new string('1', length)}\"";

    private static string Nested(string open, string close, int depth) =>
        string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));

    private static byte[] Splice(string text, byte[] bytes)
    {
        var at = text.IndexOf('#', StringComparison.Ordinal);
        return [.. Encoding.UTF8.GetBytes(text[..at]), .. bytes, .. Encoding.UTF8.GetBytes(text[(at + 1)..])];
    }
}
