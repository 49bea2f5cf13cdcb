using System.Text;
using System.Text.Json;
using Reporting.Api.Tests.Hosting;
using Reporting.Api.Tests.Returns;
using static Reporting.Api.Tests.Counts.PostedCounts;

namespace Reporting.Api.Tests.Counts;

public sealed class CountTests(OpenCampaign campaign) : IClassFixture<OpenCampaign>
{
    private readonly HttpClient _client = campaign.Metropole;

    [Fact]
    public async Task The_answer_is_the_return_to_post_and_its_receipt()
    {
        var (status, counted) = await _client.CountAsync(Body(Records));

        Assert.Equal(200, status);
        Assert.Equal(
            """
            {"indicateurs":[{"code":"ENF-1","contributions":[{"action":"1.1","indicateurLocal":"ENF-1","effectif":2,"horsPeriode":1,"modalite":"reperage","sansSuite":0},{"action":"1.1","indicateurLocal":"ENF-1","effectif":2,"doublons":1,"modalite":"accompagnement"}]},{"code":"DRO-6","contributions":[{"action":"3.1","indicateurLocal":"DRO-6","effectif":1}]}]}
            """,
            counted.GetProperty("remontee").ToString());
        Assert.Equal("ENF-1=2 DRO-6=1", counted.Figures());
        var receipt = counted.GetProperty("recu");
        Assert.Equal((2025, 5, 0), (receipt.GetProperty("annee").GetInt32(), receipt.GetProperty("lus").GetInt32(), receipt.GetProperty("rejetes").GetInt32()));
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Records))),
            receipt.GetProperty("sources")[0].GetProperty("sha256").GetString());
    }

    [Fact]
    public async Task The_golden_records_give_the_golden_lines_and_posting_them_gives_the_golden_figures()
    {
        var vectors = Path.Combine(Repository.Root, "tests", "Reporting.Domain.Tests", "Vectors");
        var expected = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(vectors, "participations-2024.attendu.json"))).RootElement;
        var records = await File.ReadAllTextAsync(Path.Combine(vectors, "participations-2024.csv"));

        var (status, counted) = await _client.CountAsync(Body(records), "annee=2024");

        Assert.Equal(200, status);
        var figures = string.Join(' ', expected.GetProperty("national").EnumerateObject().Select(figure => $"{figure.Name}={figure.Value}"));
        Assert.Equal(figures, counted.Figures());
        Assert.Equal(Ordered(expected.GetProperty("emitted")), Ordered(counted.GetProperty("remontee").GetProperty("indicateurs")));

        using var simulation = await _client.PostAsync(
            new Uri($"/v1/remontees/2024/{RunningService.Rennes}/simulation", UriKind.Relative),
            RunningService.Json(counted.GetProperty("remontee").ToString()));
        var posted = JsonDocument.Parse(await simulation.Content.ReadAsByteArrayAsync()).RootElement;
        Assert.True(posted.GetProperty("acceptable").GetBoolean());
        Assert.Equal(figures, string.Join(' ', posted.GetProperty("lignes").EnumerateArray().Select(line => $"{line.GetProperty("code")}={line.GetProperty("valeur")}")));
        Assert.DoesNotContain(posted.GetProperty("lignes").EnumerateArray(), line => line.TryGetProperty("borneBasse", out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("identity")]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task CSV_and_NDJSON_are_taken_compressed_or_not(string? encoding)
    {
        const string json =
            """
            {"action":"1.1","indicateur":"ENF-1","personne":"p1","menage":"m1","date":"2025-02-01","modalite":"reperage","suite":1}
            {"action":"1.1","indicateur":"ENF-1","personne":"p2","date":"2025-03-01"}
            """;

        Assert.Equal((200, "ENF-1=2 DRO-6=1"), Summary(await _client.CountAsync(Body(Records, "text/csv; charset=UTF-8", encoding))));
        Assert.Equal((200, "ENF-1=2"), Summary(await _client.CountAsync(Body(json, Ndjson, encoding))));
    }

    [Theory]
    [InlineData("text/plain", null)]
    [InlineData("application/json", null)]
    [InlineData("text/csv; charset=windows-1252", null)]
    [InlineData("text/csv", "deflate")]
    [InlineData("text/csv", "zstd")]
    public async Task Other_formats_are_refused_with_what_is_taken(string type, string? encoding)
    {
        using var answer = await _client.PostAsync(new Uri("/v1/decomptes?annee=2025", UriKind.Relative), Body(Encoding.UTF8.GetBytes(Records), type, encoding));

        Assert.Equal(415, (int)answer.StatusCode);
        Assert.Equal("gzip, br", string.Join(", ", answer.Headers.GetValues("Accept-Encoding")));
        Assert.Equal("urn:reporting:format-non-pris-en-charge", JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync()).RootElement.Type());
    }

    [Theory]
    [InlineData("")]
    [InlineData("annee=x")]
    [InlineData("annee=2023")]
    [InlineData("annee=2028")]
    [InlineData("annee=2025&tolerance=-1")]
    [InlineData("annee=2025&tolerance=101")]
    [InlineData("annee=2025&tolerance=1%25")]
    [InlineData("annee=2025&tolerence=5")]
    public async Task Parameters_are_checked(string query)
    {
        var (status, problem) = await _client.CountAsync(Body(Records), query);

        Assert.Equal((400, "urn:reporting:requete-invalide"), (status, problem.Type()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Header)]
    [InlineData("nom;prenom\nDurand;Zoe\n")]
    public async Task What_holds_no_record_is_refused(string text)
    {
        var (status, problem) = await _client.CountAsync(Body(text));

        Assert.Equal((400, "urn:reporting:enregistrements-illisibles"), (status, problem.Type()));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_body_cut_anywhere_or_corrupted_is_refused(string encoding)
    {
        var whole = Compress(Encoding.UTF8.GetBytes(Records), encoding);
        var corrupted = whole.Select((unit, place) => place == whole.Length / 2 ? (byte)(unit ^ 0xFF) : unit).ToArray();
        foreach (var bytes in Enumerable.Range(1, whole.Length - 1).Select(length => whole[..length]).Append(corrupted))
        {
            var (status, problem) = await _client.CountAsync(Body(bytes, encoding: encoding), "annee=2025&tolerance=100");
            Assert.Equal((400, "urn:reporting:enregistrements-illisibles"), (status, problem.Type()));
        }
    }

    [Fact]
    public async Task Too_many_rejected_records_are_refused_with_their_lines_and_counted_when_tolerated()
    {
        const string faulty = Records + "1.1;ENF-1;p5;m5;2025-02-30;;\n;ENF-1;p5;m5;2025-02-03;;\n";

        var (status, problem) = await _client.CountAsync(Body(faulty));

        Assert.Equal((422, "urn:reporting:decompte-refuse"), (status, problem.Type()));
        Assert.Equal(
            """[{"source":"corps","ligne":7,"colonne":"date","motif":"illisible"},{"source":"corps","ligne":8,"colonne":"action","motif":"manquant"}]""",
            problem.GetProperty("rejets").ToString());
        Assert.Equal((422, "urn:reporting:decompte-refuse"), Types(await _client.CountAsync(Body(faulty), "annee=2025&tolerance=28.5")));
        Assert.Equal((200, "ENF-1=2 DRO-6=1"), Summary(await _client.CountAsync(Body(faulty), "annee=2025&tolerance=28.6")));
    }

    private static (int, string) Summary((int Status, JsonElement Body) answer) => (answer.Status, answer.Status == 200 ? answer.Body.Figures() : $"{answer.Body}");

    private static (int, string) Types((int Status, JsonElement Body) answer) => (answer.Status, answer.Body.Type());

    private static string Ordered(JsonElement lines) => string.Concat(lines.EnumerateArray().Select(line =>
        $"{line.GetProperty("code")} {(line.TryGetProperty("valeur", out var value) ? value : "")}\n"
        + string.Concat((line.TryGetProperty("contributions", out var contributions) ? contributions.EnumerateArray() : default).Select(contribution =>
            $"  {string.Join(' ', contribution.EnumerateObject().OrderBy(field => field.Name, StringComparer.Ordinal).Select(field => $"{field.Name}={field.Value}"))}\n"))));
}
