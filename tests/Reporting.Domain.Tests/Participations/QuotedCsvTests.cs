using System.Text;
using CsCheck;
using Reporting.Domain.Participations;
using Reporting.Domain.Participations.Reading;

namespace Reporting.Domain.Tests.Participations;

/// <summary>Fields in quotes are read the same whether many are looked at at once or each on its own.</summary>
public sealed class QuotedCsvTests
{
    private const string Header = "action,indicateur,personne,note,date\n";

    // In the sense of the reader: a quote within a field that does not start with one is a character like any other.
    private static readonly Gen<string> Notes = AnyOf(
        "", "x", "é", "\"\"", "\"x\"", "\"é\"", "\"x,y\"", "\"l\nm\"", "\"l\r\nm\"", "\"\"\"\"", "\"a\"\"b\"", "\"\"\"a\"", "\"a\"b", "\"a\"b\"", "\"\"a", "\0");

    private static readonly Gen<string> Records = Gen.Select(
        Gen.Int[0, 9_999], Notes, Gen.Int[0, 3], AnyOf("\n", "\n", "\r\n"),
        (person, note, quotes, lineEnd) =>
            $"3.1,{(quotes == 0 ? "DRO-6" : "\"DRO-6\"")},{(quotes < 3 ? $"{person}" : $"\"{person}\"")},{note},2024-05-{(person % 31) + 1:00}{lineEnd}");

    [Fact]
    public void Records_are_the_same_beside_one_with_a_quote_that_opens_nothing() => Records.Array[1, 60].Sample(records =>
    {
        var text = Header + string.Concat(records);

        Assert.Equal(Told(text + "3.1,DRO-6,z,x,2024-05-01\n"), Told(text + "3.1,DRO-6,z,x\"y,2024-05-01\n"));
    }, iter: 300);

    [Fact]
    public void Whole_records_end_where_they_end_one_by_one() =>
        Gen.Select(AnyOf('"', '"', ',', '\n', 'a', 'b', '\r').Array[0, 200], Gen.Bool).Sample((letters, isStrayed) =>
        {
            var text = Encoding.UTF8.GetBytes(isStrayed ? letters : [.. new string(letters).Replace("\"", ",\"a\",")]);

            Assert.Equal(EndOf(text), (RecordBoundary.OfCsv(text, (byte)',', out var isOpen), isOpen));
        }, iter: 20_000);

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);

    /// <summary>One letter after the other: after the last line end that no quotes are around, and whether a quote is open.</summary>
    private static (int End, bool IsOpen) EndOf(byte[] text)
    {
        var (end, isOpen, isStart) = (0, false, true);
        for (var place = 0; place < text.Length; place++)
        {
            var letter = (char)text[place];
            var isDoubled = isOpen && letter == '"' && place + 1 < text.Length && text[place + 1] == '"';
            if (isDoubled)
            {
                place++;
            }
            else if (isOpen || (isStart && letter == '"'))
            {
                isOpen = !isOpen || letter != '"';
                isStart = false;
            }
            else
            {
                isStart = letter is ',' or '\n';
                end = letter == '\n' ? place + 1 : end;
            }
        }

        return (end, isOpen);
    }

    private static string Told(string text) =>
        ParticipationCounter.CountAsync(
            [new("f", new MemoryStream(Encoding.UTF8.GetBytes(text)))], new() { Year = 2024, Tolerance = 1 }).GetAwaiter().GetResult() switch
        {
            CountOutcome.Counted counted => counted.Count.Told(),
            CountOutcome.Refused refused => $"{refused.Reason} {refused.Line}",
            _ => throw new InvalidOperationException(),
        };
}
