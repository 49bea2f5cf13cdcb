using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Reporting.Api.Tests.Access.Matrix;

namespace Reporting.Api.Tests.Fuzz;

/// <summary>Makes one request after another, the same ones for the same seed.</summary>
internal sealed partial class RequestMaker(int seed, FuzzTarget target)
{
    private static readonly string[] Years = ["2025", "2025", "2024", "2026", "2023", "-1", "99999999999", "deux-mille", "2025.0", "%32025"];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("If-Match", "\"1\""), ("If-Match", "*"), ("If-None-Match", "*"), ("If-None-Match", "W/\"x\""), ("Idempotency-Key", "018f0000-0000-7000-8000-000000000001"),
        ("Accept", "text/plain"), ("Accept", "application/json;q=x"), ("Accept", "*/*;q=0"), ("Prefer", "maxpagesize=2"), ("Prefer", "odata.maxpagesize=-1"),
        ("Prefer", "omit-values=nulls,return=minimal"), ("OData-Version", "4.0"), ("OData-MaxVersion", "3.0"), ("OData-MaxVersion", "quatre"),
        ("OData-Isolation", "snapshot"), ("Range", "bytes=0-1"), ("Range", "bytes=9-1,,"), ("Cookie", "a=b; a=b; ="), ("traceparent", "00-x-y-z"),
        ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), ("tracestate", "=,,="), ("X-Forwarded-For", "x, y"), ("X-Forwarded-Host", "évil"),
        ("X-Forwarded-Proto", "javascript"), ("X-HTTP-Method-Override", "DELETE"), ("Origin", "null"), ("Referer", "\u00e9"), ("Accept-Encoding", "gzip, br;q=x"),
        ("Accept-Language", "fr-\u00e9"), ("Expect", "100-continue"), ("Upgrade", "h2c"), ("If-Modified-Since", "hier"), ("Content-Language", "fr"), ("User-Agent", ""),
        ("Content-Type", "text/csv;charset=utf-16"), ("Content-Type", "application/json"), ("Content-Encoding", "deflate, gzip"),
    ];

    private static readonly string[] Types =
        ["application/json", "application/json; charset=utf-8", "application/json;charset=latin1", "text/csv", "application/x-ndjson", "text/plain", "", "a/b;;=", "multipart/mixed;boundary=b"];

    private readonly Random _random = new(seed);

    public RawRequest Next() => _random.Next(1000) switch
    {
        < 330 => Feed(),
        < 345 => Batch(),
        < 352 => SoundReturn(),
        < 960 => Route(),
        _ => Oddity(),
    };

    private RawRequest Feed() => Build(_random.Chance(0.9) ? "GET" : AnyMethod(), new FeedUrls(_random).Next(), _random.Any(target.Readers), null, null);

    private RawRequest Batch() => Build(
        "POST", "/odata/v1/$batch", _random.Any(target.Readers), new Bodies(_random).Batch(new FeedUrls(_random).Next()),
        _random.Any("application/json", "multipart/mixed;boundary=b", "multipart/mixed"));

    private RawRequest SoundReturn()
    {
        var (siren, token) = _random.Any(target.Metropoles);
        var path = $"/v1/remontees/2025/{siren}";
        return _random.Chance(0.6)
            ? Build("PUT", path, token, new Bodies(_random).SoundReturn(), "application/json", isSound: true)
            : Build("POST", path + "/depot", token, null, null, isSound: true);
    }

    private RawRequest Route()
    {
        var row = _random.Any(AccessTable.All);
        var method = _random.Chance(0.95) ? row.Method : AnyMethod();
        // What the registry says decides who counts in the totals: the fuzz may add to it, and change nothing in it.
        var siren = row.Route is "PUT /v1/territoires/{siren}" ? "200054781" : _random.Any(target.Sirens);
        var path = Placeholder().Replace(row.Pattern + row.Query, match => match.Groups[1].Value switch
        {
            "siren" => siren,
            "annee" => _random.Any(Years),
            "id" => _random.Any("018f0000-0000-7000-8000-000000000001", "pas-un-guid"),
            _ => _random.Any("DRO-5", "v1", "dgcs", "x", _random.AnyNasty()),
        });
        if (_random.Chance(0.2))
        {
            path += (path.Contains('?', StringComparison.Ordinal) ? "&" : "?")
                + _random.Any("annee", "au", "format", "version", "tolerance", "de", "a", "depuis", "jusqua", "limite", "simulation", "territoire", "inconnu", "annees", "cle")
                + "=" + _random.Any("2025", "2026-03-01T00:00:00Z", "texte", "true", "1", _random.AnyNasty());
        }

        path = _random.Chance(0.1) && row.Route is not "PUT /v1/territoires/{siren}" ? "/" + _random.Mutate(path[1..]) : path;
        var body = method is "GET" or "HEAD" or "DELETE" && _random.Chance(0.95) ? null : new Bodies(_random).Of(row.Method, row.Pattern);
        var type = row.Pattern.Contains("decomptes", StringComparison.Ordinal) ? _random.Any("text/csv", "application/x-ndjson") : "application/json";
        return Build(method, path, Token(), body, body is null ? null : _random.Chance(0.9) ? type : _random.Any(Types));
    }

    private string? Token() => _random.Next(10) switch
    {
        < 6 => _random.Any(target.Tokens),
        6 => null,
        7 => _random.Mutate(_random.Any(target.Tokens)),
        _ => _random.Any(
            "Bearer", "Bearer ", "Bearer a.b.c", "Basic Og==", "Basic \u00e9", "Basic " + new string('A', 2000), "Negotiate x", "Bearer eyJhbGciOiJub25lIn0.e30.",
            "Bearer eyJhbGciOiJub25lIn0.eyJyb2xlcyI6ImRnY3MifQ.", "Bearer " + new string('x', 7000), "bearer x, Bearer y", _random.AnyNasty()),
    };

    private RawRequest Build(string method, string path, string? token, byte[]? body, string? type, bool isSound = false)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"{method} {Line(path)} HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        if (token is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Authorization: {token}\r\n");
        }

        for (var more = isSound || _random.Chance(0.6) ? 0 : _random.Next(1, 4); more > 0; more--)
        {
            var (name, value) = _random.Any(Headers);
            head.Append(CultureInfo.InvariantCulture, $"{name}: {(_random.Chance(0.9) ? value : _random.AnyNasty())}\r\n");
        }

        if (type is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: {type}\r\n");
        }

        var coding = isSound || body is null ? 0 : _random.Next(12);
        if (coding is 1 or 2)
        {
            body = Mutation.Compress(body!, coding == 2);
            body = _random.Chance(0.5) ? body : _random.Mutate(body);
            head.Append(coding == 1 ? "Content-Encoding: gzip\r\n" : "Content-Encoding: br\r\n");
        }

        var isChunked = coding == 3;
        if (isChunked)
        {
            head.Append("Transfer-Encoding: chunked\r\n");
            body = Chunked(body!);
        }
        else if (body is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        }

        // Damage anywhere may take the server's notion of where the request ends.
        var bytes = Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
        return new([.. bytes, .. body ?? []], method == "HEAD", EndsConnection: !isSound && IsDoubtful(head, body));
    }

    // A line feed that was put in ends headers early; Expect and Upgrade change the conversation.
    private static bool IsDoubtful(StringBuilder head, byte[]? body)
    {
        var text = head.ToString();
        return text.IndexOf("\r\n\r\n", StringComparison.Ordinal) < text.Length - 4
            || text.Contains("Expect:", StringComparison.Ordinal) || text.Contains("Upgrade:", StringComparison.Ordinal)
            || text.Contains('\0', StringComparison.Ordinal) || (body is null && !text.StartsWith("GET", StringComparison.Ordinal));
    }

    private byte[] Chunked(byte[] body)
    {
        var half = body.Length / 2;
        var text = Encoding.Latin1;
        return
        [
            .. text.GetBytes($"{half:x}{_random.Any("", ";ext=1", ";\"é\"")}\r\n"), .. half == 0 ? [] : body[..half], .. half == 0 ? [] : "\r\n"u8.ToArray(),
            .. half == 0 ? [] : text.GetBytes($"{body.Length - half:X}\r\n"), .. half == 0 ? [] : body[half..], .. half == 0 ? "\r\n"u8.ToArray() : "\r\n0\r\n\r\n"u8.ToArray(),
        ];
    }

    private RawRequest Oddity()
    {
        var token = _random.Any(target.Tokens);
        var put = $"PUT /v1/remontees/2025/{_random.Any(target.Sirens)} HTTP/1.1\r\nHost: x\r\nAuthorization: {token}\r\nContent-Type: application/json\r\n";
        var odd = _random.Any(
            "GET / HTTP/9.9\r\n\r\n", "GET /v1/axes HTTP/1.0\r\n\r\n", "GET http://ailleurs.fr/v1/axes HTTP/1.1\r\nHost: x\r\n\r\n", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
            "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "get /v1 HTTP/1.1\r\nHost: x\r\n\r\n", "GET /v1 HTTP/1.1\r\n\r\n", "GET  /v1 HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /v1 HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", "GET /v1 HTTP/1.1\nHost: x\n\n", "GET /v1 HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\r\n", "GET /v1 HTTP/1.1\r\nHost: x\r\nA : b\r\n\r\n", "\r\n\r\n", "\0\0\0\0",
            "\x16\x03\x01\x02", put + "Content-Length: 100\r\n\r\n{", put + "Content-Length: -1\r\n\r\n{}", put + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
            put + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", put + "Transfer-Encoding: chunked\r\n\r\nZ\r\n{}\r\n0\r\n\r\n", put + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n{}",
            put + "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n", put + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nContent-Length: 9\r\n\r\n", put + "Content-Length: 99999999999\r\n\r\n{}",
            $"GET /v1/axes?{new string('a', _random.Any(8000, 17000))} HTTP/1.1\r\nHost: x\r\n\r\n", $"GET /v1 HTTP/1.1\r\nHost: x\r\nA: {new string('a', _random.Any(8000, 40000))}\r\n\r\n",
            $"GET /v1 HTTP/1.1\r\nHost: x\r\n{string.Concat(Enumerable.Range(0, 80).Select(n => $"A{n}: b\r\n"))}\r\n");
        return new(Encoding.Latin1.GetBytes(_random.Chance(0.3) ? _random.Mutate(odd) : odd), EndsConnection: true);
    }

    private string AnyMethod() => _random.Any("HEAD", "HEAD", "OPTIONS", "TRACE", "PATCH", "DELETE", "PUT", "POST", "MERGE", "SECOUER");

    // What a client could not send in a request line is sent as its bytes, which is what the server must bear.
    private static string Line(string path) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(path.Replace('\n', '_').Replace('\r', '_').Replace(' ', '+')));

    [GeneratedRegex(@"\{([a-zA-Z]+)(?::[a-z]+)?\}")]
    private static partial Regex Placeholder();
}
