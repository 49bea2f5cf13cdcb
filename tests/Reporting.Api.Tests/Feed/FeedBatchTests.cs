using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Reporting.Api.Tests.Feed;

/// <summary>Several requests in one, in both formats.</summary>
public partial class FeedBatchTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    private const string Error404 = "\"error\":{\"code\":\"ressource-inconnue\"";

    [Fact]
    public async Task A_batch_in_JSON_answers_each_request_as_if_it_had_come_alone()
    {
        var response = await PostAsync(
            """
            { "requests": [
              { "id": "1", "method": "get", "url": "Axes('emploi')" },
              { "id": "deux", "method": "GET", "url": "/odata/v1/Resultats?$filter=Annee%20eq%202024&$top=1&$select=Annee",
                "headers": { "accept": "application/json;odata.metadata=none", "Prefer": "odata.maxpagesize=1" } },
              { "id": "3", "method": "GET", "url": "HOST/odata/v1/Axes/$count", "dependsOn": ["1"] },
              { "id": "5", "method": "GET", "url": "Territoires('243300316')/CodeInsee" } ] }
            """.Replace("HOST/odata/v1/", host.Root, StringComparison.Ordinal));
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("4.0", Assert.Single(response.Headers.GetValues("OData-Version")));
        Assert.Equal(
            """
            {"responses":[{"id":"1","status":200,"headers":{"odata-version":"4.0","content-type":"application/json;odata.metadata=minimal;odata.streaming=true;charset=utf-8"},
            "body":{"@odata.context":"http://hote/odata/v1/$metadata#Axes/$entity","Code":"emploi","Libelle":"Accès à l'emploi pour tous","Ordre":2}},
            {"id":"deux","status":200,"headers":{"odata-version":"4.0","content-type":"application/json;odata.metadata=none;odata.streaming=true;charset=utf-8","preference-applied":"odata.maxpagesize=1"},
            "body":{"value":[{"Annee":2024}]}},
            {"id":"3","status":200,"headers":{"odata-version":"4.0","content-type":"text/plain;charset=utf-8"},"body":"2"},
            {"id":"5","status":204,"headers":{"odata-version":"4.0"}}]}
            """.ReplaceLineEndings(""),
            Stable(await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_batch_in_multipart_answers_each_request_as_if_it_had_come_alone()
    {
        var response = await PostAsync(Multipart(
            "GET Axes('emploi')?$select=Ordre HTTP/1.1\r\nAccept: application/json;odata.metadata=none\r\n\r\n",
            $"GET {host.Root}Axes/$count HTTP/1.1\r\nHost: ailleurs\r\n\r\n",
            "GET /odata/v1/Axes('emploi')/Libelle/$value HTTP/1.1\r\n\r\n"), "multipart/mixed;boundary=lot");
        Assert.Equal(200, (int)response.StatusCode);
        var type = response.Content.Headers.ContentType!;
        Assert.Equal("multipart/mixed", type.MediaType);
        Assert.Equal(
            """
            --LOT
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: 1

            HTTP/1.1 200 OK
            OData-Version: 4.0
            Content-Type: application/json;odata.metadata=none;odata.streaming=true;charset=utf-8

            {"Ordre":2}
            --LOT
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: 2

            HTTP/1.1 200 OK
            OData-Version: 4.0
            Content-Type: text/plain;charset=utf-8

            2
            --LOT
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: 3

            HTTP/1.1 200 OK
            OData-Version: 4.0
            Content-Type: text/plain;charset=utf-8

            Accès à l'emploi pour tous
            --LOT--

            """.ReplaceLineEndings("\r\n"),
            Stable(await response.Content.ReadAsStringAsync()).Replace(type.Parameters.Single().Value!, "LOT", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "200 404")]
    [InlineData("odata.continue-on-error=false", "200 404")]
    [InlineData("odata.continue-on-error", "200 404 424 200")]
    [InlineData("continue-on-error=true", "200 404 424 200")]
    public async Task A_failure_ends_the_batch_unless_the_client_prefers_to_go_on(string? prefer, string expected)
    {
        var response = await PostAsync(
            """
            { "requests": [
              { "id": "1", "method": "GET", "url": "Axes" },
              { "id": "2", "method": "GET", "url": "Rien" },
              { "id": "3", "method": "GET", "url": "Axes", "dependsOn": ["1", "2"] },
              { "id": "4", "method": "GET", "url": "Axes", "dependsOn": ["1"] } ] }
            """, prefer: prefer);
        Assert.Equal(expected, await StatusesAsync(response));
        Assert.Equal(expected.Length > 8, response.Headers.Contains("Preference-Applied"));
        Assert.Contains(Error404, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "Axes", 405)]
    [InlineData("DELETE", "Axes('emploi')", 405)]
    [InlineData("POST", "$batch", 405)]
    [InlineData("GET", "$batch", 405)]
    [InlineData("GET", "http://ailleurs/odata/v1/Axes", 400)]
    [InlineData("GET", "/v1/campagnes", 400)]
    [InlineData("GET", "/odata/v2/Axes", 400)]
    [InlineData("HEAD", "Axes", 405)]
    [InlineData("GET", "../../v1/campagnes", 400)]
    [InlineData("GET", "$1/Libelle", 404)]
    [InlineData("GET", "", 200)]
    [InlineData("GET", "Axes?$filter=", 400)]
    [InlineData("GET", "Axes#x", 400)]
    [InlineData("GET", "Axes?$filter=contains(Libelle,'http://ailleurs/')", 200)]
    [InlineData("GET", "Axes?$expand=Rien", 400)]
    [InlineData("GET", "$metadata", 200)]
    [InlineData("GET", "$metadata?$format=json", 200)]
    public async Task Each_request_is_refused_for_itself(string method, string url, params int[] statuses)
    {
        var json = JsonSerializer.Serialize(new { requests = new[] { new { id = "1", method, url } } });
        Assert.Contains(int.Parse(await StatusesAsync(await PostAsync(json)), System.Globalization.CultureInfo.InvariantCulture), statuses);
        if (url.Length > 0)
        {
            var multipart = await PostAsync(Multipart($"{method} {url.Replace(" ", "%20", StringComparison.Ordinal)} HTTP/1.1\r\n\r\n"), "multipart/mixed;boundary=lot");
            Assert.Contains(int.Parse(StatusLine().Match(await multipart.Content.ReadAsStringAsync()).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), statuses);
        }
    }

    [Fact]
    public async Task The_model_is_encoded_within_JSON()
    {
        var response = await PostAsync("""{"requests":[{"id":"1","method":"GET","url":"$metadata"}]}""");
        var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("responses")[0].GetProperty("body").GetString()!;
        Assert.Equal(
            await (await host.SendAsync("$metadata")).Content.ReadAsStringAsync(),
            Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(body)));
    }

    [Fact]
    public async Task A_change_set_is_refused_like_the_writes_in_it()
    {
        const string changes =
            "--lot\r\nContent-Type: multipart/mixed;boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\n\r\n"
            + "DELETE Axes('emploi') HTTP/1.1\r\n\r\n--c--\r\n--lot--\r\n";
        var response = await PostAsync(changes, "multipart/mixed;boundary=lot");
        Assert.Equal("405", StatusLine().Match(await response.Content.ReadAsStringAsync()).Groups[1].Value);
    }

    [Theory]
    [InlineData("application/json", "", 400)]
    [InlineData("application/json", "{", 400)]
    [InlineData("application/json", "[]", 400)]
    [InlineData("application/json", "{}", 400)]
    [InlineData("application/json", """{"requests":{}}""", 400)]
    [InlineData("application/json", """{"requests":[1]}""", 400)]
    [InlineData("application/json", """{"requests":[{"method":"GET","url":"Axes"}]}""", 400)]
    [InlineData("application/json", """{"requests":[{"id":"1","method":null,"url":"Axes"}]}""", 400)]
    [InlineData("application/json", """{"requests":[{"id":"1","method":"GET","url":"Axes","headers":[]}]}""", 400)]
    [InlineData("application/json", """{"requests":[{"id":"1","method":"GET","url":"Axes","headers":{"a":1}}]}""", 400)]
    [InlineData("application/json", """{"requests":[{"id":"1","method":"GET","url":"Axes","dependsOn":["1"]}]}""", 400)]
    [InlineData("application/json", """{"requests":[{"id":"1","method":"GET","url":"Axes"},{"id":"1","method":"GET","url":"Axes"}]}""", 400)]
    [InlineData("application/json", """{"requests":[{"id":"1","method":"GET","url":"Axes","atomicityGroup":"g"}]}""", 501)]
    [InlineData("application/json;odata.metadata=minimal;charset=utf-8", """{"requests":[]}""", 200)]
    [InlineData("multipart/mixed", "--lot--\r\n", 400)]
    [InlineData("multipart/mixed;boundary=lot", "", 400)]
    [InlineData("multipart/mixed;boundary=lot", "n'importe quoi", 400)]
    [InlineData("multipart/mixed;boundary=lot", "--lot\r\nContent-Type: application/http\r\n\r\nGET Axes HTTP/1.1\r\n\r\n", 400)]
    [InlineData("multipart/mixed;boundary=lot", "--lot\r\n\r\nGET Axes HTTP/1.1\r\n\r\n--lot--\r\n", 400)]
    [InlineData("multipart/mixed;boundary=lot", "--lot\r\nContent-Type: text/plain\r\n\r\nGET Axes HTTP/1.1\r\n\r\n--lot--\r\n", 400)]
    [InlineData("multipart/mixed;boundary=lot", "--lot\r\nContent-Type: application/http\r\n\r\nGET Axes\r\n\r\n--lot--\r\n", 400)]
    [InlineData("multipart/mixed;boundary=lot", "--lot\r\nContent-Type: application/http\r\n\r\nGET Axes HTTP/1.1\r\nsans deux-points\r\n\r\n--lot--\r\n", 400)]
    [InlineData("text/plain", "{}", 415)]
    [InlineData(null, "{}", 415)]
    public async Task A_batch_that_cannot_be_read_is_refused_whole(string? type, string body, int status)
    {
        var response = await PostAsync(body, type);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("4.0", Assert.Single(response.Headers.GetValues("OData-Version")));
        if (status >= 400)
        {
            Assert.StartsWith("{\"error\":{", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(100, 200)]
    [InlineData(101, 400)]
    public async Task A_batch_holds_a_hundred_requests(int count, int status)
    {
        var requests = string.Join(',', Enumerable.Range(1, count).Select(n => $$"""{"id":"{{n}}","method":"GET","url":"Axes/$count"}"""));
        var response = await PostAsync($$"""{"requests":[{{requests}}]}""");
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200 ? 100 : 0, status == 200 ? (await StatusesAsync(response)).Split(' ').Length : 0);
    }

    [Fact]
    public async Task Only_POST_brings_a_batch()
    {
        foreach (var method in (string[])["GET", "HEAD", "PUT"])
        {
            var response = await host.SendAsync("$batch", new HttpMethod(method));
            Assert.Equal(405, (int)response.StatusCode);
            Assert.Equal("POST", string.Join(", ", response.Content.Headers.Allow));
        }
    }

    private static string Multipart(params string[] requests) => string.Concat(requests.Select((request, index) =>
        $"--lot\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: {index + 1}\r\n\r\n{request}\r\n")) + "--lot--\r\n";

    private static async Task<string> StatusesAsync(HttpResponseMessage response)
    {
        var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return string.Join(' ', document.RootElement.GetProperty("responses").EnumerateArray().Select(part => part.GetProperty("status").GetInt32()));
    }

    private string Stable(string text) =>
        FreshnessHeaders().Replace(text.Replace(host.Root, "http://hote/odata/v1/", StringComparison.Ordinal), "");

    private Task<HttpResponseMessage> PostAsync(string body, string? type = "application/json", string? prefer = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Root + "$batch")) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        if (prefer is not null)
        {
            request.Headers.Add("Prefer", prefer);
        }

        return host.Client.SendAsync(request);
    }

    // What tells how fresh an answer is depends on the store.
    [GeneratedRegex(""""(?<=\n)(?:ETag|Cache-Control|Vary): .*\r\n|,"(?:etag|cache-control|vary)":"(?:\\.|[^"\\])*"{1}"""")]
    private static partial Regex FreshnessHeaders();

    [GeneratedRegex(@"HTTP/1\.1 (\d{3}) ")]
    private static partial Regex StatusLine();
}
