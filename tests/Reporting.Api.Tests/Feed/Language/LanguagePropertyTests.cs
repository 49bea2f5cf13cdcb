using System.Globalization;
using System.Net;
using System.Text.Json;
using CsCheck;

namespace Reporting.Api.Tests.Feed.Language;

/// <summary>Whatever the language can say gets the rows that OData means by it, worked out in memory from the rows unfiltered.</summary>
public class LanguagePropertyTests(LanguageFeed host) : IClassFixture<LanguageFeed>
{
    private const double MostRefused = 0.1;

    private static readonly int _iterations = int.Parse(Environment.GetEnvironmentVariable("REPORTING_TEST_LANGUAGE") ?? "400", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Any_question_gets_exactly_its_rows_in_their_order()
    {
        var refused = 0;
        var asked = 0;
        await Question.Any.SampleAsync(
            async question =>
            {
                asked++;
                if (await FoundAsync(question) is { } found)
                {
                    Assert.Equal(question.Answer(host.World), found);
                }
                else
                {
                    refused++;
                }
            },
            iter: _iterations, threads: 1);
        Assert.InRange(refused, 0, asked * MostRefused);
    }

    /// <summary>
    /// The rows of all pages; null when the library cannot parse the question, as with doubles beside decimals, of which
    /// it takes neither for the other.
    /// </summary>
    private async Task<List<string>?> FoundAsync(Question question)
    {
        var found = new List<string>();
        (string, string)[] headers = [("Accept", "application/json;odata.metadata=none"), .. Preference(question)];
        for (string? next = question.Url; next is not null;)
        {
            var response = await host.SendAsync(next, null, headers);
            var body = await response.Content.ReadAsStringAsync();
            if (next == question.Url && response.StatusCode is HttpStatusCode.BadRequest && body.Contains("requete-mal-formee", StringComparison.Ordinal))
            {
                return null;
            }

            Assert.True(response.StatusCode is HttpStatusCode.OK, $"{(int)response.StatusCode} {body}");
            var document = JsonDocument.Parse(body).RootElement;
            found.AddRange(document.GetProperty("value").EnumerateArray().Select(question.Read));
            Assert.Equal(question.Count, document.TryGetProperty("@odata.count", out var count));
            Assert.Equal(question.Count ? question.Total(host.World) : 0, question.Count ? count.GetInt32() : 0);
            next = document.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }

        return found;
    }

    private static IEnumerable<(string, string)> Preference(Question question) => question.PageSize is { } size
        ? [("Prefer", string.Create(CultureInfo.InvariantCulture, $"maxpagesize={size}"))]
        : [];
}
