using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Counts;

/// <summary>Sends records to be counted, as a métropole would.</summary>
internal static class PostedCounts
{
    public const string Csv = "text/csv";
    public const string Ndjson = "application/x-ndjson";
    public const string Header = "action;indicateur;personne;menage;date;modalite;suite\n";

    public const string Records = Header
        + "1.1;ENF-1;p1;m1;2025-02-01;reperage;1\n"
        + "1.1;ENF-1;p2;m1;2025-03-01;accompagnement;\n"
        + "1.1;ENF-1;p3;;2025-03-01;accompagnement;\n"
        + "1.1;ENF-1;p4;m4;2024-12-31;reperage;1\n"
        + "3.1;DRO-6;p1;;2025-05-05;;\n";

    public static async Task<(int Status, JsonElement Body)> CountAsync(
        this HttpClient client, HttpContent content, string query = "annee=2025")
    {
        using var answer = await client.PostAsync(new Uri($"/v1/decomptes?{query}", UriKind.Relative), content);
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync()).RootElement);
    }

    public static Task<HttpClient> MetropoleAsync(this RunningService service) =>
        service.ClientAsync("metropole", RunningService.Rennes);

    public static ByteArrayContent Body(string text, string type = Csv, string? encoding = null) =>
        Body(Compress(Encoding.UTF8.GetBytes(text), encoding), type, encoding);

    public static ByteArrayContent Body(byte[] bytes, string type = Csv, string? encoding = null)
    {
        var content = new ByteArrayContent(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        if (encoding is not null)
        {
            content.Headers.ContentEncoding.Add(encoding);
        }

        return content;
    }

    public static byte[] Compress(byte[] bytes, string? encoding)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(compressed, CompressionLevel.Optimal),
            "br" => new BrotliStream(compressed, CompressionLevel.Optimal),
            _ => compressed,
        })
        {
            stream.Write(bytes);
        }

        return compressed.ToArray();
    }

    public static string Figures(this JsonElement counted) => string.Join(' ', counted.GetProperty("recu").GetProperty("indicateurs")
        .EnumerateArray().Select(indicator => $"{indicator.GetProperty("code")}={indicator.GetProperty("valeur")}"));

    public static string Type(this JsonElement problem) => problem.GetProperty("type").GetString()!;
}
