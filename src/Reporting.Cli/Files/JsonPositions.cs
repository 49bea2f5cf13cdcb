using System.Globalization;
using System.Text.Json;

namespace Reporting.Cli.Files;

/// <summary>Finds in well-formed JSON the value a JSON pointer (RFC 6901) names.</summary>
internal static class JsonPositions
{
    /// <summary>Nesting costs a bit per level here: only the service needs to bound it.</summary>
    public static readonly JsonReaderOptions Options = new() { MaxDepth = int.MaxValue };

    /// <summary>The start of the value or, when the pointer leads nowhere, of its nearest existing ancestor.</summary>
    public static TextPosition Find(ReadOnlySpan<byte> utf8, string pointer)
    {
        var reader = new Utf8JsonReader(utf8, Options);
        reader.Read();
        foreach (var segment in Segments(pointer))
        {
            if (!TryEnter(ref reader, segment))
                break;
        }

        return TextPosition.At(utf8, (int)reader.TokenStartIndex);
    }

    private static IEnumerable<string> Segments(string pointer) =>
        pointer.Split('/').Skip(1).Select(segment => segment.Replace("~1", "/").Replace("~0", "~"));

    private static bool TryEnter(ref Utf8JsonReader reader, string segment) => reader.TokenType switch
    {
        JsonTokenType.StartObject => TryEnterMember(ref reader, segment),
        JsonTokenType.StartArray => TryEnterItem(ref reader, segment),
        _ => false,
    };

    /// <summary>Of repeated members the last is the one that parsers keep and that a finding on repetition means.</summary>
    private static bool TryEnterMember(ref Utf8JsonReader reader, string name)
    {
        var found = false;
        var ahead = reader;
        while (ahead.Read() && ahead.TokenType is JsonTokenType.PropertyName)
        {
            var named = ahead.ValueTextEquals(name);
            ahead.Read();
            if (named)
            {
                reader = ahead;
                found = true;
            }

            ahead.Skip();
        }

        return found;
    }

    private static bool TryEnterItem(ref Utf8JsonReader reader, string segment)
    {
        if (!int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || (segment.Length > 1 && segment[0] is '0'))
            return false;

        var ahead = reader;
        for (; ahead.Read() && ahead.TokenType is not JsonTokenType.EndArray; ahead.Skip())
        {
            if (index-- == 0)
            {
                reader = ahead;
                return true;
            }
        }

        return false;
    }
}
