using System.Text.Json;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Reading;

/// <summary>
/// How a record was written, all but its values: writers repeat themselves, so that the next one most likely differs
/// in its values alone, and need not be parsed.
/// </summary>
internal sealed class JsonTemplate
{
    private readonly List<(byte[] Text, int Quotes, ParticipationColumn? Column)> _members = [];
    private byte[] _ending = [];

    /// <summary>Learns from a record that was read, all of it.</summary>
    public static JsonTemplate From(ReadOnlySpan<byte> record)
    {
        var template = new JsonTemplate();
        var reader = new Utf8JsonReader(record);
        var end = 0;
        ParticipationColumn? column = null;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    column = ParticipationColumns.Find(reader.GetString()!);
                    break;
                case JsonTokenType.StartObject or JsonTokenType.EndObject:
                    break;
                default:
                    var text = record[end..(int)reader.TokenStartIndex].ToArray();
                    template._members.Add((text, text.Count(character => character == '"'), column));
                    end = (int)reader.BytesConsumed;
                    break;
            }
        }

        template._ending = record[end..].ToArray();
        return template;
    }

    /// <summary>Finds the values of a record of this template, without escapes; false when it is not, or may not be.</summary>
    /// <param name="record">The record.</param>
    /// <param name="offset">Where it starts in the chunk.</param>
    /// <param name="quotes">Where its quotes are in the chunk.</param>
    /// <param name="fields">The values.</param>
    public bool TryMatch(ReadOnlySpan<byte> record, int offset, ReadOnlySpan<int> quotes, ref RecordFields fields)
    {
        fields.Clear();
        fields.Bytes = record;
        var place = 0;
        foreach (var (text, count, column) in _members)
        {
            if (!record[place..].StartsWith(text) || quotes.Length < count)
            {
                return false;
            }

            place += text.Length;
            quotes = quotes[count..];
            var start = place;
            var length = 0;
            if (place < record.Length && record[place] == '"')
            {
                if (quotes.Length < 2)
                {
                    return false;
                }

                start++;
                length = quotes[1] - offset - start;
                place = start + length + 1;
                quotes = quotes[2..];
            }
            else if (!TryPlain(record[place..], column, out length, out var width))
            {
                return false;
            }
            else
            {
                place += width;
            }

            if (column is { } known)
            {
                fields.Set(known, start, length);
            }
        }

        return record[place..].SequenceEqual(_ending);
    }

    /// <summary>Takes the values without quotes that mean what they say: whole numbers and <c>null</c>.</summary>
    private static bool TryPlain(ReadOnlySpan<byte> text, ParticipationColumn? column, out int length, out int width)
    {
        if (text.StartsWith("null"u8))
        {
            (length, width) = (0, 4);
            return true;
        }

        width = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        length = width;
        return width > 0 && text[width] is (byte)',' or (byte)'}' && (width == 1 || text[0] != '0')
            && column != ParticipationColumn.Action;
    }
}
