using System.Text.Encodings.Web;
using System.Text.Json;

namespace Reporting.Domain.Returns;

/// <summary>Writes a return as the JSON document that a territory posts.</summary>
public static class ReturnDocument
{
    // The document is JSON and nothing else: accents need no escape.
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document in UTF-8, indented for people.</summary>
    /// <param name="posted">The return; its year is not part of the document.</param>
    public static byte[] ToUtf8(Return posted)
    {
        using var stream = new MemoryStream();
        using (var document = new Utf8JsonWriter(stream, Readable))
        {
            Write(document, posted);
        }

        return stream.ToArray();
    }

    /// <summary>Writes the document: the same return is always written the same.</summary>
    /// <param name="document">Where to write; not flushed.</param>
    /// <param name="posted">The return; its year is not part of the document.</param>
    public static void Write(Utf8JsonWriter document, Return posted)
    {
        document.WriteStartObject();
        document.WriteStartArray("indicateurs");
        foreach (var line in posted.Lines)
        {
            Write(document, line);
        }

        document.WriteEndArray();
        document.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter document, ReturnLine line)
    {
        document.WriteStartObject();
        document.WriteString("code", line.Code);
        WriteFigure(document, "cible", line.Target);
        if (line.Comment is not null)
        {
            document.WriteString("commentaire", line.Comment);
        }

        if (line.MethodChange is { } change)
        {
            document.WriteStartObject("changementMethode");
            document.WriteString("description", change.Description);
            WriteFigure(document, "effet", change.Effect);
            document.WriteEndObject();
        }

        WriteFigure(document, "valeur", line.Value);
        WriteFigure(document, "dontMobilite", line.OfWhichMobility);
        if (line.Contributions is { } contributions)
        {
            Write(document, contributions);
        }

        document.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter document, IReadOnlyList<Contribution> contributions)
    {
        document.WriteStartArray("contributions");
        foreach (var contribution in contributions)
        {
            document.WriteStartObject();
            foreach (var field in ContributionField.All)
            {
                field.Write(document, contribution);
            }

            document.WriteEndObject();
        }

        document.WriteEndArray();
    }

    private static void WriteFigure(Utf8JsonWriter document, string name, decimal? figure)
    {
        if (figure is { } given)
        {
            document.WriteNumber(name, Figures.Shortest(given));
        }
    }
}
