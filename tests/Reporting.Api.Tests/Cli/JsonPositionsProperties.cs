using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Reporting.Cli.Files;

namespace Reporting.Api.Tests.Cli;

public sealed partial class JsonPositionsProperties
{
    [Fact]
    public void Every_pointer_of_a_document_leads_to_its_value() =>
        GeneratedJson.Documents.Sample(document =>
        {
            var utf8 = Encoding.UTF8.GetBytes(document.Text);
            Assert.Null(JsonCheck.FirstMistake(utf8));
            foreach (var (pointer, offset, value) in document.Values)
            {
                var found = OffsetOf(JsonPositions.Find(utf8, pointer), document.Text);
                Assert.Equal((pointer, value), (pointer, document.Text.Substring(found, value.Length)));
                Assert.Equal((pointer, offset), (pointer, found));
            }
        }, iter: 2_000);

    /// <summary>The way back, written without the code under test: lines by pattern, columns by rune.</summary>
    private static int OffsetOf(TextPosition position, string text)
    {
        var lineStart = position.Line == 1 ? 0 : LineEnd().Matches(text).Select(end => end.Index + end.Length).ElementAt(position.Line - 2);
        return lineStart + text[lineStart..].EnumerateRunes().Take(position.Column - 1).Sum(rune => rune.Utf16SequenceLength);
    }

    [GeneratedRegex("\r\n|\r|\n")]
    private static partial Regex LineEnd();
}
