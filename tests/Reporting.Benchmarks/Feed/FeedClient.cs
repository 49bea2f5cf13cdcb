using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace Reporting.Benchmarks.Feed;

/// <summary>Reads an answer to its end, page after page, as fast as it comes.</summary>
internal sealed class FeedClient : IDisposable
{
    private const string Row = "\"Annee\":";
    private const string NextLink = "\"@odata.nextLink\":\"";
    private const int LongestLink = 4 * 1024;

    private readonly byte[] _buffer = new byte[256 * 1024];

    public HttpClient Http { get; } = new() { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<Reading> ReadAsync(Uri root, FeedQuery query, bool countRows = false)
    {
        var watch = Stopwatch.StartNew();
        TimeSpan? first = null;
        var (bytes, rows) = (0L, 0L);
        for (Uri? next = new(root, query.Url); next is not null;)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, next);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", query.Encodings);
            using var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
            await using var sent = await response.Content.ReadAsStreamAsync();
            await using var body = response.Content.Headers.ContentEncoding.Contains("gzip") ? new GZipStream(sent, CompressionMode.Decompress) : sent;
            var tail = "";
            for (int read; (read = await body.ReadAsync(_buffer)) > 0; bytes += read)
            {
                first ??= watch.Elapsed;
                var kept = Math.Min(read, LongestLink);
                if (countRows)
                {
                    var text = tail[^Math.Min(tail.Length, Row.Length - 1)..] + Encoding.UTF8.GetString(_buffer, 0, read);
                    rows += text.AsSpan().Count(Row);
                    tail = text[^Math.Min(text.Length, LongestLink)..];
                }
                else
                {
                    tail = (read < LongestLink ? tail : "") + Encoding.Latin1.GetString(_buffer, read - kept, kept);
                    tail = tail[^Math.Min(tail.Length, LongestLink)..];
                }
            }

            var link = tail.LastIndexOf(NextLink, StringComparison.Ordinal);
            next = link < 0 ? null : new(tail[(link + NextLink.Length)..^2]);
        }

        return new(watch.Elapsed, first ?? watch.Elapsed, bytes, rows);
    }

    public void Dispose() => Http.Dispose();
}

/// <param name="Time">Until the last byte.</param>
/// <param name="First">Until the first byte of the body.</param>
/// <param name="Bytes">The length of the body, not compressed.</param>
/// <param name="Rows">How many rows there were, when they were counted.</param>
internal sealed record Reading(TimeSpan Time, TimeSpan First, long Bytes, long Rows);
