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
            var first = await CompressedAsync(url, size);
            Assert.Equal(await plain.Content.ReadAsStringAsync(), Text(first));
            Assert.Equal(first, await CompressedAsync(url, size));
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

    [Fact]
    public async Task A_client_that_refuses_gzip_gets_none()
    {
        foreach (var encodings in (string[])["identity", "gzip;q=0", "deflate, br"])
        {
            var response = await SendAsync("Axes", null, ("Accept-Encoding", encodings));
            Assert.Empty(response.Content.Headers.ContentEncoding);
        }
    }

    private async Task<byte[]> CompressedAsync(string url, int size = 100)
    {
        var response = await SendAsync(url, null, ("Accept-Encoding", "gzip, deflate"), ("Prefer", $"maxpagesize={size}"));
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static string Text(byte[] compressed)
    {
        using var text = new StreamReader(new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress), Encoding.UTF8);
        return text.ReadToEnd();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await Database.OpenAsync(default);
        await connection.ExecuteAsync(sql);
    }
}
