using System.Text.Json;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Reading;

/// <summary>Reads any NDJSON record.</summary>
internal static class JsonRecord
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 2 };

    /// <summary>
    /// Reads one object. Values are text, <c>null</c> for none, numbers written as the column takes them, and
    /// <c>true</c> and <c>false</c> for 1 and 0. The number of an action is text: 1.10 would be 1.1.
    /// </summary>
    /// <param name="line">The object.</param>
    /// <param name="scratch">As long as the line at least; the fields point into it.</param>
    /// <param name="fields">The values, where the outcome is null.</param>
    /// <param name="column">The column at fault, if one is.</param>
    /// <param name="unknown">Keys that are not read are added here.</param>
    public static RejectionReason? Read(
        ReadOnlySpan<byte> line, Span<byte> scratch, ref RecordFields fields, out ParticipationColumn? column, List<string> unknown)
    {
        column = null;
        fields.Clear();
        var seen = 0u;
        var used = 0;
        var reader = new Utf8JsonReader(line, Options);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return RejectionReason.Json;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                column = ParticipationColumns.Find(name);
                reader.Read();
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    return RejectionReason.Nested;
                }

                if (column is not { } known)
                {
                    unknown.Add(name);
                    continue;
                }

                if ((seen & 1u << (int)known) != 0)
                {
                    return RejectionReason.RepeatedKey;
                }

                seen |= 1u << (int)known;
                var length = Copy(ref reader, known, scratch[used..]);
                if (length < 0)
                {
                    return RejectionReason.Unreadable;
                }

                fields.Set(known, used, length);
                used += length;
            }

            column = null;
            return reader.Read() ? RejectionReason.Json : null;
        }
        catch (JsonException)
        {
            column = null;
            return RejectionReason.Json;
        }
        catch (InvalidOperationException)
        {
            // Text with half a surrogate pair, which no UTF-8 can hold.
            return RejectionReason.Encoding;
        }
        finally
        {
            fields.Bytes = scratch[..used];
        }
    }

    private static int Copy(ref Utf8JsonReader reader, ParticipationColumn column, Span<byte> scratch)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.CopyString(scratch);
            case JsonTokenType.Null:
                return 0;
            case JsonTokenType.Number when column != ParticipationColumn.Action:
                reader.ValueSpan.CopyTo(scratch);
                return reader.ValueSpan.Length;
            case JsonTokenType.True or JsonTokenType.False when IsFlag(column):
                scratch[0] = (byte)(reader.TokenType == JsonTokenType.True ? '1' : '0');
                return 1;
            default:
                return -1;
        }
    }

    private static bool IsFlag(ParticipationColumn column) =>
        column is ParticipationColumn.FollowUp or ParticipationColumn.TrainedProfessional or ParticipationColumn.JobSeeker;
}
