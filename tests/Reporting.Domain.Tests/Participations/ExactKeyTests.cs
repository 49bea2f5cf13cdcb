using System.Text;
using CsCheck;
using Reporting.Domain.Participations.Keys;

namespace Reporting.Domain.Tests.Participations;

/// <summary>Keys are told apart by all they hold: a hash may speed that up and never decides it.</summary>
public sealed class ExactKeyTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.Char["0123456789abcdef"], 1, 64],
        Gen.String[Gen.Char["0123456789abcdef"], 16, 16],
        Gen.String[Gen.Char["0123456789abcdef"], 32, 32],
        Gen.String[Gen.Char["0123456789abcdefABCDEFg:/`@"], 1, 64],
        Gen.String[Gen.Char["aéß名\0 "], 1, 64]);

    [Fact]
    public void A_packed_text_is_found_again() => Texts.Sample(text =>
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var words = new ulong[KeyText.MaximumWords];
        var count = KeyText.Pack(bytes, words, out var shape);

        Assert.Equal(count, KeyText.WordsOf(shape));
        Assert.Equal(bytes, KeyText.Unpack(shape, words.AsSpan(0, count), new byte[256]).ToArray());
    });

    [Theory]
    [InlineData("0123456789abcdef", 1)]
    [InlineData("0123456789abcdef0123456789abcdef", 2)]
    [InlineData("0123456789ABCDEF", 2)]
    [InlineData("0123456789abcdeg", 2)]
    [InlineData("0123456789abcde", 2)]
    public void Lower_case_hexadecimal_takes_half_the_room(string text, int words) =>
        Assert.Equal(words, KeyText.Pack(Encoding.UTF8.GetBytes(text), new ulong[KeyText.MaximumWords], out _));

    [Theory]
    [InlineData(0UL)]
    [InlineData(ulong.MaxValue)]
    [InlineData(0x0100_0000UL)]
    public void Keys_with_equal_hashes_are_still_told_apart(ulong hash) => Texts.HashSet[1, 300].Sample(texts =>
    {
        var table = new WordTable(payload: 1);
        var entries = new Dictionary<string, int>();
        foreach (var text in texts.Concat(texts))
        {
            var words = Packed(text, out var shape);
            table.Reserve(1);
            var entry = table.Intern((uint)hash, shape, words, out var isNew);
            Assert.Equal(entries.TryAdd(text, entry), isNew);
            Assert.Equal(entries[text], entry);
        }

        Assert.Equal(texts.Count, table.Count);
        Assert.All(texts, text => Assert.Equal(entries[text], table.Find((uint)hash, Shape(text), Packed(text, out _))));
        Assert.Equal(-1, table.Find((uint)hash, Shape("absent!"), Packed("absent!", out _)));
    }, iter: 30);

    [Fact]
    public void A_table_gives_its_entries_in_the_order_they_came_in() => Texts.HashSet[1, 2_000].Select(texts => texts.ToList()).Sample(texts =>
    {
        var table = new WordTable(payload: 2);
        foreach (var text in texts)
        {
            var words = Packed(text, out var shape);
            table.Reserve(1);
            table.Intern((uint)KeyText.Hash(shape, words), shape, words, out _);
        }

        var found = new List<string>();
        for (var entry = table.Next(-1); entry >= 0; entry = table.Next(entry))
        {
            found.Add(Encoding.UTF8.GetString(KeyText.Unpack(table.Shape(entry), table.Words(entry), new byte[256])));
        }

        Assert.Equal(texts, found);
    }, iter: 20);

    [Fact]
    public void Persons_order_as_texts_do() => Gen.Select(Texts, Texts).Sample((left, right) => Assert.Equal(
        Math.Sign(string.CompareOrdinal(left, right)),
        Math.Sign(OrdinalOrder.Compare(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right)))));

    [Theory]
    [InlineData("\uE000", "\U0001F600")]
    [InlineData("\uFFFD", "\U00010000")]
    [InlineData("a\uE000", "a\U0001F600b")]
    public void Even_where_UTF_16_and_UTF_8_differ(string left, string right)
    {
        Assert.True(string.CompareOrdinal(left, right) > 0);
        Assert.True(OrdinalOrder.Compare(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right)) > 0);
        Assert.True(OrdinalOrder.Compare(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(left)) < 0);
    }

    [Fact]
    public void A_person_and_a_household_of_the_same_name_are_two() => Assert.Equal("ENF-1=2", Counting.Count(
        Counting.Header + "1.1,ENF-1,x,,,,,,2024-05-01,,,,,,,,,,\n1.1,ENF-1,y,x,,,,,2024-05-01,,,,,,,,,,\n").Told());

    [Fact]
    public void A_person_met_in_every_action_counts_once_and_costs_no_more_than_others()
    {
        var text = new StringBuilder(Counting.Header);
        for (var action = 1; action <= 999; action++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"3.{action},DRO-6,p,,,,,,2024-05-01,,,,,,,,,,\n");
        }

        var count = Counting.Count(text.ToString() + text.ToString()[Counting.Header.Length..]);
        Assert.Equal("DRO-6=1", count.Told());
        Assert.Equal(998, count.Return.Lines[0].Contributions!.Sum(part => part.Duplicates ?? 0));
        Assert.Equal(999, count.Return.Lines[0].Contributions!.Sum(part => part.Headcount));
    }

    private static ulong[] Packed(string text, out uint shape)
    {
        var words = new ulong[KeyText.MaximumWords];
        return words[..KeyText.Pack(Encoding.UTF8.GetBytes(text), words, out shape)];
    }

    private static uint Shape(string text)
    {
        Packed(text, out var shape);
        return shape;
    }
}
