using System.IO.Compression;
using System.Text;
using Reporting.Domain.Participations;

namespace Reporting.Domain.Tests.Participations;

/// <summary>Sources that nobody should count: a clear message with the line, never a crash, never a silent wrong count.</summary>
public sealed class BadSourceTests
{
    private const string Header = "action,indicateur,personne,date\n";
    private const string Good = "3.1,DRO-6,a,2024-05-01\n";

    [Fact]
    public void An_empty_source_is_refused() => AssertRefused(RefusalReason.Empty, null, Counting.Refuse(""));

    [Fact]
    public void A_byte_order_mark_alone_is_as_empty() => AssertRefused(RefusalReason.Empty, null, Counting.Refuse("\uFEFF"));

    [Theory]
    [InlineData(Header)]
    [InlineData("action,indicateur,personne,date")]
    public void A_header_without_a_record_is_refused(string text) => AssertRefused(RefusalReason.NoRecord, null, Counting.Refuse(text), null);

    [Fact]
    public async Task A_source_without_a_record_beside_others_is_a_warning()
    {
        var outcome = await ParticipationCounter.CountAsync(
            [new("a", Bytes(Header)), new("b", Bytes(Header + Good))], new() { Year = 2024 });

        var count = Assert.IsType<CountOutcome.Counted>(outcome).Count;
        Assert.Equal(("DRO-6=1", "NoRecord 1 "), (count.Told(), count.Warnings()));
    }

    [Fact]
    public async Task No_source_is_no_record() => Assert.Equal(
        RefusalReason.NoRecord,
        Assert.IsType<CountOutcome.Refused>(await ParticipationCounter.CountAsync([], new() { Year = 2024 })).Reason);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Another_encoding_is_refused(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        AssertRefused(RefusalReason.Encoding, 1, Counting.Refuse([.. encoding.GetPreamble(), .. encoding.GetBytes(Header + Good)]));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_reject_their_record_with_its_line()
    {
        byte[] latin = [.. Encoding.UTF8.GetBytes(Header + Good), .. Encoding.Latin1.GetBytes("3.1,DRO-6,Zoé,2024-05-01\n"), .. Encoding.UTF8.GetBytes(Good)];

        var count = Assert.IsType<CountOutcome.Counted>(Counting.Try(latin)).Count;
        Assert.Equal("DRO-6=1, 3  encodage", count.Told());
    }

    [Theory]
    [InlineData(1 << 20)]
    [InlineData(70_000)]
    public void A_field_of_a_mebibyte_is_refused_with_its_line(int length) => AssertRefused(
        RefusalReason.RecordTooLong, 3, Counting.Refuse(Header + Good + $"3.1,DRO-6,{new string('x', length)},2024-05-01\n" + Good));

    [Fact]
    public void So_is_one_of_NDJSON() => AssertRefused(RefusalReason.RecordTooLong, 1, Counting.Refuse($$"""{"action":"{{new string('x', 1 << 20)}}"}"""));

    [Fact]
    public void Ten_thousand_columns_in_the_header_are_refused() => AssertRefused(
        RefusalReason.Header, 1, Counting.Refuse(Header.TrimEnd('\n') + string.Concat(Enumerable.Range(0, 10_000).Select(place => $",c{place}")) + "\n" + Good));

    [Fact]
    public void Ten_thousand_fields_in_a_record_reject_it() => Assert.Equal(
        "DRO-6=1, 3  nombre-de-champs", Counting.Count(Header + Good + new string(',', 10_000) + "\n" + Good).Told());

    [Fact]
    public void A_quote_that_nothing_closes_is_refused_with_the_line_that_opens_it() => AssertRefused(
        RefusalReason.UnclosedQuote, 3, Counting.Refuse(Header + Good + "3.1,DRO-6,\"a,2024-05-01\n" + Good + Good));

    [Fact]
    public void Even_when_the_rest_is_long() => AssertRefused(
        RefusalReason.UnclosedQuote, 3, Counting.Refuse(Header + Good + "3.1,DRO-6,\"a,2024-05-01\n" + string.Concat(Enumerable.Repeat(Good, 40_000))));

    [Fact]
    public async Task A_truncated_gzip_is_refused()
    {
        var content = new MemoryStream();
        using (var gzip = new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Header));
            for (var record = 0; record < 100_000; record++)
            {
                gzip.Write(Encoding.UTF8.GetBytes($"3.1,DRO-6,{record * 7919},2024-05-01\n"));
            }
        }

        var cut = new FailingStream(new GZipStream(new MemoryStream(content.ToArray()[..(int)(content.Length / 2)]), CompressionMode.Decompress));
        var outcome = await ParticipationCounter.CountAsync([new("f", cut)], new() { Year = 2024 });

        Assert.Equal(RefusalReason.Truncated, Assert.IsType<CountOutcome.Refused>(outcome).Reason);
    }

    [Fact]
    public void More_rejected_records_than_the_tolerance_are_refused_and_as_many_are_not()
    {
        string Text(int bad) => Header + string.Concat(Enumerable.Range(0, 200).Select(place => $"3.1,DRO-6,p{place},{(place < bad ? "" : "2024-05-01")}\n"));

        Assert.IsType<CountOutcome.Counted>(Counting.Try(Text(2), new() { Year = 2024 }));
        var refused = Counting.Refuse(Text(3), new() { Year = 2024 });
        Assert.Equal(RefusalReason.TooManyRejected, refused.Reason);
        Assert.Equal("3 enregistrements sur 200 sont rejetés, au-delà de la tolérance de 1 %.", refused.Message);
        Assert.Equal((200, 3), (refused.Receipt.Read, refused.Receipt.Rejected));
    }

    [Fact]
    public void More_records_than_the_limit_are_refused_and_as_many_are_not()
    {
        Assert.IsType<CountOutcome.Counted>(Counting.Try(Header + Good + Good, new() { Year = 2024, MaximumRecords = 2 }));
        Assert.Equal(RefusalReason.TooManyRecords, Counting.Refuse(Header + Good + Good + Good, new() { Year = 2024, MaximumRecords = 2 }).Reason);
    }

    [Fact]
    public void Posts_above_a_billion_are_refused() => Assert.Equal(RefusalReason.TooLarge, Counting.Refuse(
        "action,indicateur,personne,date,quantite\n3.1,DRO-4,a,2024-05-01,1000000000\n3.1,DRO-4,b,2024-05-01,0.01\n").Reason);

    [Fact]
    public async Task A_cancelled_count_stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            ParticipationCounter.CountAsync([new("f", Bytes(Header + Good))], new() { Year = 2024 }, cancellation: cancelled.Token));
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static void AssertRefused(RefusalReason reason, long? line, CountOutcome.Refused refused, string? source = "f")
    {
        Assert.Equal((reason, source, line), (refused.Reason, refused.Source, refused.Line));
        Assert.NotEmpty(refused.Message);
    }

    /// <summary>A stream whose end before the length that its trailer promises is an error, as decompression tells it.</summary>
    private sealed class FailingStream(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) =>
            inner.Read(buffer, offset, count) is > 0 and var read ? read : throw new InvalidDataException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
