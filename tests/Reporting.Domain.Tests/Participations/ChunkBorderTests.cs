using System.Text;
using CsCheck;
using Reporting.Domain.Participations;
using Reporting.Domain.Tests.Generation;

namespace Reporting.Domain.Tests.Participations;

/// <summary>Where sources are cut to be read, and how many threads read them, shows nowhere.</summary>
public sealed class ChunkBorderTests
{
    private const string Csv =
        "\uFEFFaction;indicateur;personne;date;note\r\n3.1;DRO-6;a;2024-05-01;\"une;\r\nnote \"\"longue\"\"\"\r\n"
        + "3.1;DRO-6;é;2024-05-01;\n\n3.1;DRO-6;;2024-05-01;x\r\n3.1;\"DRO-6\";\"b\"\"b\";2024-05-01;\"\"\n3.2;DRO-4;b;2024-05-01;\n3.1;DRO-6;c;2024-05-01;fin";

    // Columns in order, ends of lines that repeat themselves whatever the indicator makes of them, keys of every length.
    private const string InOrder = Counting.Header
        + "1.1,ENF-1,0123456789abcdef0123456789abcdef,,,,,,2024-05-01,reperage,1,,,,,,,,\n"
        + "1.1,ENF-1,0123456789abcdef0123456789abcdef,,,,,,2024-05-01,reperage,1,,,,,,,,\r\n"
        + "1.1,ENF-1,éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé,,,,,,2024-05-01,reperage,1,,,,,,,,\n"
        + "1.1,ENF-1,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,,,,,,2024-05-01,reperage,1,,,,,,,,\n"
        + "1.1,DRO-6,b,,,,,,2024-05-01,reperage,1,,,,,,,,\n2.1,EMP-1,b,,,,,,2024-05-01,reperage,1,,,,,,,,\n"
        + "3.1,DRO-4,b,,,,,,2024-05-01,reperage,1,,,,,,,,\n1.1,ENF-1,c,,,,,,2024-05-01,reperage,1,,,,,,,,";

    private const string Ndjson = """
        {"action":"3.1","indicateur":"DRO-6","personne":"a","date":"2024-05-01"}
        {"action":"3.1","indicateur":"DRO-6","personne":"b\"\\","date":"2024-05-01"}

        {"action":"3.1","indicateur":"DRO-6","personne":"c","date":"2024-05-01","note":"é"}
        {"action":"3.1","indicateur":"DRO-6","personne":"d","date":"2024-02-30"}
        {"action":"3.1","indicateur":"DRO-4","personne":"d","date":"2024-02-03","quantite":1}
        {"action":"3.1","indicateur":"DRO-4","personne":"d","date":"2024-02-03","quantite":1}
        """;

    [Theory]
    [InlineData(Csv, "DRO-6=4, 6 personne manquant, 8 quantite manquant")]
    [InlineData(InOrder, "ENF-1=3, DRO-6=1, 5 personne trop-long, 7 modalite illisible, 8 quantite manquant")]
    [InlineData(Ndjson, "DRO-4=2, DRO-6=3, 5 date illisible")]
    public void A_source_may_be_cut_at_every_byte(string text, string told)
    {
        var whole = Count(text, Chunked.Whole, 1);
        Assert.Equal(told, whole.Told());
        for (var bytes = 1; bytes <= Encoding.UTF8.GetByteCount(text) + 1; bytes++)
        {
            AssertSame(whole, Count(text, bytes, 1));
            AssertSame(whole, Count(text, bytes, 2));
        }
    }

    [Fact]
    public void Generated_files_are_the_same_cut_anywhere_by_any_threads() => Gen.Select(Gen.ULong, Gen.Int[1, 4_000], Gen.Int[1, 5]).Sample((seed, bytes, threads) =>
    {
        var dice = new Dice(seed);
        var rows = Spoiler.Spoil(GeneratedParticipations.Rows(seed, 2024, most: 120), dice, 5);
        var text = Encoding.UTF8.GetString(WrittenRecords.Write("f", rows, dice).Bytes);
        if (rows.Count > 0)
        {
            AssertSame(Count(text, Chunked.Whole, 1), Count(text, bytes, threads));
        }
    }, iter: 150);

    [Fact]
    public void A_record_may_be_as_long_as_many_chunks()
    {
        var text = "action,indicateur,personne,date,note\n3.1,DRO-6,a,2024-05-01," + new string('x', 60_000) + "\n3.1,DRO-6,b,2024-05-01,\n";

        Assert.Equal("DRO-6=2", Count(text, 1_000, 2).Told());
    }

    private static void AssertSame(ParticipationCount expected, ParticipationCount actual)
    {
        Assert.Equal(expected.Told(), actual.Told());
        Assert.Equal(expected.Warnings(), actual.Warnings());
        Assert.Equal(expected.Receipt.Sources, actual.Receipt.Sources);
        Assert.Equal(PlainSentences.Lines(expected.Return.Lines), PlainSentences.Lines(actual.Return.Lines));
    }

    private static ParticipationCount Count(string text, int bytes, int threads) => Assert.IsType<CountOutcome.Counted>(
        Chunked.CountAsync(text, bytes, threads).GetAwaiter().GetResult()).Count;

    private static class Chunked
    {
        public const int Whole = Reporting.Domain.Participations.Reading.Chunk.FreshBytes;

        public static Task<CountOutcome> CountAsync(string text, int bytes, int threads) => ParticipationCounter.CountAsync(
            [new("f", new MemoryStream(Encoding.UTF8.GetBytes(text)))], new() { Year = 2024, Tolerance = 1, Threads = threads }, bytes, null, null, default);
    }
}
