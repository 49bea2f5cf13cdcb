using System.Globalization;
using System.Text;
using CsCheck;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Tests.Participations;

/// <summary>Values that are read many bytes at a time are those that .NET reads.</summary>
public sealed class FieldValueTests
{
    private static readonly Gen<string> NearlyDates = Gen.OneOf(
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 14], Gen.Int[0, 33], (year, month, day) => $"{year:0000}-{month:00}-{day:00}"),
        Gen.Select(Gen.Int[1, 9_999], Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[0, 9], Gen.Int[0, 127], (year, month, day, place, spoilt) =>
            $"{year:0000}-{month:00}-{day:00}".Remove(place, 1).Insert(place, ((char)spoilt).ToString())),
        Gen.String[Gen.Char["0123456789:/-\u00ff\u0000"], 8, 10]);

    [Fact]
    public void A_day_is_one_that_exists() => NearlyDates.Sample(text =>
    {
        var exists = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && text.All(char.IsAscii);

        Assert.Equal(exists ? (day.Year * 10_000) + (day.Month * 100) + day.Day : 0, FieldValues.Date(Encoding.UTF8.GetBytes(text)));
    }, iter: 200_000);

    [Fact]
    public void The_end_of_a_line_says_again_what_it_said()
    {
        var memo = new CodeMemo();
        var texts = Enumerable.Range(0, 3_000).Select(number => new string('x', number % 80) + number).ToArray();
        for (var place = 0; place < texts.Length; place++)
        {
            var codes = default(RecordCodes);
            Assert.False(memo.TryFind(Followed(texts[place], "\n"), ref codes));
            memo.Add(Followed(texts[place], "\n1.2,ENF-1"), new() { Failing = (RecordCheck)place });
            Assert.Equal(texts[place].Length <= 64, memo.TryFind(Followed(texts[place], "\r\n3"), ref codes));
            Assert.Equal(texts[place].Length <= 64 ? place : 0, (int)codes.Failing);
        }

        // Some were written over; what is still found is what was said.
        for (var place = 0; place < texts.Length; place++)
        {
            var codes = default(RecordCodes);
            Assert.True(!memo.TryFind(Followed(texts[place], "x"), ref codes) || (int)codes.Failing == place);
        }

        memo.Clear();
        var none = default(RecordCodes);
        Assert.All(texts, text => Assert.False(memo.TryFind(Followed(text, "x"), ref none)));
    }

    /// <summary>A text where it stands: others follow.</summary>
    private static ReadOnlySpan<byte> Followed(string text, string by) =>
        Encoding.UTF8.GetBytes((text + by).PadRight(text.Length + CodeMemo.Width, 'y')).AsSpan(0, text.Length);
}
