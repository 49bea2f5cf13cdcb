using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Reporting.Cli.Files;

/// <summary>Why a file could not be read as a JSON document, and where; before it travels anywhere.</summary>
internal static class JsonCheck
{
    public static (TextPosition Position, string Message)? FirstMistake(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes))
            return NotUtf8(bytes);

        var reader = new Utf8JsonReader(bytes, JsonPositions.Options);
        try
        {
            while (reader.Read())
            {
                // The reader leaves escapes unread: "\ud800" alone is text that no one could decode.
                if (reader.ValueIsEscaped)
                    reader.GetString();
            }
        }
        catch (JsonException e)
        {
            return NotJson(bytes, OffsetOf(e, bytes));
        }
        catch (InvalidOperationException)
        {
            return (TextPosition.At(bytes, (int)reader.TokenStartIndex),
                "pas du JSON : ce texte contient un échappement \\u incomplet. Écrivez le caractère lui-même.");
        }

        return null;
    }

    private static (TextPosition, string) NotUtf8(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out var length) is System.Buffers.OperationStatus.Done)
            offset += length;

        return (TextPosition.At(bytes, offset),
            $"pas de l'UTF-8 : octet 0x{bytes[offset]:X2}. Enregistrez le fichier en UTF-8 (et non en Windows-1252 ou UTF-16).");
    }

    private static (TextPosition, string) NotJson(ReadOnlySpan<byte> bytes, int offset)
    {
        var position = TextPosition.At(bytes, offset);
        if (bytes.Trim(" \t\r\n"u8).IsEmpty)
            return (position, "pas du JSON : rien à lire.");
        if (offset == bytes.Length)
            return (position, "pas du JSON : le texte s'arrête avant la fin du document (accolade, crochet ou guillemet à fermer).");

        Rune.DecodeFromUtf8(bytes[offset..], out var unexpected, out _);
        var shown = Rune.IsControl(unexpected) ? $"U+{unexpected.Value:X4}" : $"« {unexpected} »";
        return (position, $"pas du JSON : {shown} inattendu. Vérifiez virgule, guillemet ou deux-points juste avant.");
    }

    /// <summary>The exception counts lines and bytes in the line.</summary>
    private static int OffsetOf(JsonException e, ReadOnlySpan<byte> bytes)
    {
        var lineStart = 0;
        for (var line = 0; line < e.LineNumber; line++)
            lineStart += bytes[lineStart..].IndexOf((byte)'\n') + 1;

        return Math.Min(lineStart + (int)(e.BytePositionInLine ?? 0), bytes.Length);
    }
}
