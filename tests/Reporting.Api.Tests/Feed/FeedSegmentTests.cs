using System.IO.Compression;
using System.Text;
using Dapper;
using Reporting.Store.Journal;

namespace Reporting.Api.Tests.Feed;

public sealed class FeedSegmentTests() : FeedHost(FeedData.Script)
{
    [Theory]
    [InlineData("Resultats")]
    [InlineData("Resultats?$select=Annee,Territoire,Indicateur,Valeur")]
    [InlineData("Resultats?$filter=Fictif&$orderby=Valeur desc&$count=true")]
    [InlineData("Resultats?$format=application/json;odata.metadata=full")]
    public async Task What_is_compressed_says_what_is_not_and_is_the_same_each_time(string url)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        foreach (var size in (int[])[2, 5, 100])
        {
            var plain = await SendAsync(url, null, ("Prefer", $"maxpagesize={size}"));
            Assert.Empty(plain.Content.Headers.ContentEncoding);
            foreach (var coding in (string[])["gzip", "br"])
            {
                var first = await CompressedAsync(url, size, coding);
                Assert.Equal(await plain.Content.ReadAsStringAsync(), Text(first, coding));
                Assert.Equal(first, await CompressedAsync(url, size, coding));
            }
        }
    }

    [Fact]
    public async Task A_whole_set_is_read_once_for_each_version_of_the_data()
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        var before = await CompressedAsync("Axes");
        await ExecuteAsync("UPDATE Axis SET Label = 'Sans acte' WHERE Code = 'emploi';");
        Assert.Equal(before, await CompressedAsync("Axes"));
        Assert.DoesNotContain("Sans acte", Text(await CompressedAsync("Axes")), StringComparison.Ordinal);
        Assert.Contains("Sans acte", Text(await CompressedAsync("Axes?$filter=true")), StringComparison.Ordinal);

        await Database.RecordAsync([new Act(Author.Service, JournalActions.InstallReferenceData)], default);
        Assert.Contains("Sans acte", Text(await CompressedAsync("Axes")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("identity", null)]
    [InlineData("gzip;q=0", null)]
    [InlineData("deflate", null)]
    [InlineData("*;q=0", null)]
    [InlineData("gzip;q=0.5, identity", null)]
    [InlineData("gzip", "gzip")]
    [InlineData("GZIP, identity;q=0.5", "gzip")]
    [InlineData("br;q=0.9, gzip", "gzip")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip;q=0.5, br;q=0.8, *;q=0.1", "br")]
    [InlineData("*", "br")]
    public async Task The_coding_is_the_one_that_the_client_likes_best(string accepted, string? coding)
    {
        foreach (var url in (string[])["Axes", "Axes('emploi')", "$metadata", "Axes?$filter=true", "Axes?$expand=Indicateurs"])
        {
            var response = await SendAsync(url, null, ("Accept-Encoding", accepted));
            Assert.Equal(coding is null ? [] : [coding], response.Content.Headers.ContentEncoding);
            Assert.Equal(await (await SendAsync(url)).Content.ReadAsStringAsync(), Text(await response.Content.ReadAsByteArrayAsync(), coding));
        }
    }

    [Fact]
    public async Task A_batch_is_compressed_as_a_whole()
    {
        string[] bodies = [];
        foreach (var coding in (string?[])[null, "gzip", "br"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Root + "$batch")
            {
                Content = new StringContent(
                    """{"requests":[{"id":"1","method":"get","url":"Axes","headers":{"accept-encoding":"gzip"}},{"id":"2","method":"get","url":"Rien"}]}""",
                    Encoding.UTF8, "application/json"),
            };
            request.Headers.TryAddWithoutValidation("Accept-Encoding", coding ?? "identity");
            var response = await Client.SendAsync(request);
            Assert.Equal(coding is null ? [] : [coding], response.Content.Headers.ContentEncoding);
            bodies = [.. bodies, Text(await response.Content.ReadAsByteArrayAsync(), coding)];
        }

        Assert.Contains("\"status\":404", bodies[0], StringComparison.Ordinal);
        Assert.Single(bodies.Distinct());
    }

    [Theory]
    [InlineData("Inconnu", 404)]
    [InlineData("Axes('absent')", 404)]
    [InlineData("$batch", 405)]
    public async Task A_refusal_is_not_compressed(string url, int status)
    {
        var response = await SendAsync(url, null, ("Accept-Encoding", "gzip, br"));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.StartsWith("{\"error\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<byte[]> CompressedAsync(string url, int size = 100, string coding = "gzip")
    {
        var response = await SendAsync(url, null, ("Accept-Encoding", $"{coding}, deflate"), ("Prefer", $"maxpagesize={size}"));
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(coding, Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static string Text(byte[] sent, string? coding = "gzip")
    {
        using var text = new StreamReader(Expanded(new MemoryStream(sent), coding), Encoding.UTF8);
        return text.ReadToEnd();
    }

    private static Stream Expanded(Stream sent, string? coding) => coding switch
    {
        "gzip" => new GZipStream(sent, CompressionMode.Decompress),
        "br" => new BrotliStream(sent, CompressionMode.Decompress),
        _ => sent,
    };

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await Database.OpenAsync(default);
        await connection.ExecuteAsync(sql);
    }
}
