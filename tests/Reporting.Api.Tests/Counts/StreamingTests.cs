using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Counts.PostedCounts;

namespace Reporting.Api.Tests.Counts;

/// <summary>A body much larger than what counting it may hold.</summary>
[Collection(Alone.Name)]
public sealed class StreamingTests
{
    private const int Mebibyte = 1024 * 1024;

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    public async Task A_body_is_counted_as_it_arrives_and_held_nowhere(string? encoding)
    {
        await using var service = new RunningService();
        using var client = await service.MetropoleAsync();
        Assert.Equal(200, (await client.CountAsync(new RepeatedBody(Mebibyte, encoding))).Status);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var body = new RepeatedBody(250 * Mebibyte, encoding);
        var (status, counted) = await client.CountAsync(body);

        Assert.Equal((200, "DRO-6=5000"), (status, counted.Figures()));
        Assert.InRange(body.MostMemory - before, long.MinValue, 100 * Mebibyte);
    }

    /// <summary>The same 5,000 people again and again, never more than a block of them at once.</summary>
    private sealed class RepeatedBody : HttpContent
    {
        private static readonly byte[] Block = Encoding.UTF8.GetBytes(string.Concat(
            Enumerable.Range(0, 5_000).Select(person => $"3.1;DRO-6;personne-{person:D20};;2025-05-05;;\n")));

        private readonly long _length;
        private readonly bool _compressed;

        public RepeatedBody(long length, string? encoding)
        {
            (_length, _compressed) = (length, encoding is not null);
            Headers.ContentType = new MediaTypeHeaderValue(Csv);
            if (encoding is not null)
            {
                Headers.ContentEncoding.Add(encoding);
            }
        }

        /// <summary>The most that this process held while the body was sent.</summary>
        public long MostMemory { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            using var gzip = _compressed ? new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true) : null;
            var body = gzip ?? stream;
            await body.WriteAsync(Encoding.UTF8.GetBytes(Header));
            for (var sent = 0L; sent < _length; sent += Block.Length)
            {
                await body.WriteAsync(Block);
                MostMemory = Math.Max(MostMemory, GC.GetTotalMemory(forceFullCollection: false));
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
