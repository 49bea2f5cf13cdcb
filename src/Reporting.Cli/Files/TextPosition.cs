namespace Reporting.Cli.Files;

/// <summary>A place in a text as an editor names it: line and column from 1, one column per Unicode code point.</summary>
internal readonly record struct TextPosition(int Line, int Column)
{
    public static TextPosition At(ReadOnlySpan<byte> utf8, int offset)
    {
        var (line, lineStart) = (1, 0);
        for (var i = 0; i < offset; i++)
        {
            if (utf8[i] is (byte)'\n' || (utf8[i] is (byte)'\r' && (i + 1 == utf8.Length || utf8[i + 1] is not (byte)'\n')))
                (line, lineStart) = (line + 1, i + 1);
        }

        var column = 1;
        foreach (var unit in utf8[lineStart..offset])
        {
            if (!IsContinuation(unit))
                column++;
        }

        return new(line, column);
    }

    public override string ToString() => $"{Line}:{Column}";

    private static bool IsContinuation(byte unit) => (unit & 0b1100_0000) == 0b1000_0000;
}
