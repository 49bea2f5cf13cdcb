using System.Buffers.Text;
using System.Text.Encodings.Web;
using Microsoft.OData.Edm;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Requests;

namespace Reporting.Api.Feed.Writing.Rows;

/// <summary>Writes one value of the current row, which is not null, as JSON.</summary>
internal sealed class ScalarWriter(RowValues values, JsonFormat format)
{
    private const byte Quote = (byte)'"';
    private const int LongestInteger = 20;
    private const int LongestEscape = 6;

    private static readonly JavaScriptEncoder Encoder = FeedJson.Encoder;

    public void Write(FeedColumn column, int ordinal, RowBuffer output)
    {
        switch (column.Type.Kind)
        {
            case EdmPrimitiveTypeKind.String:
                WriteText(values.Text(ordinal), output);
                break;
            case EdmPrimitiveTypeKind.Int32:
                Utf8Formatter.TryFormat(values.Integer(ordinal), output.Room(LongestInteger), out var digits);
                output.Advance(digits);
                break;
            case EdmPrimitiveTypeKind.Int64:
                WriteLongInteger(ordinal, output);
                break;
            case EdmPrimitiveTypeKind.Boolean:
                output.Add(values.Flag(ordinal) ? "true"u8 : "false"u8);
                break;
            case EdmPrimitiveTypeKind.Decimal:
                WriteFigure(column, ordinal, output);
                break;
            case EdmPrimitiveTypeKind.DateTimeOffset:
                output.Add(Quote);
                output.Advance(values.Instant(ordinal, output.Room(InstantText.Longest)));
                output.Add(Quote);
                break;
            case EdmPrimitiveTypeKind.Date:
                output.Add(Quote);
                output.Advance(values.Day(ordinal, output.Room(InstantText.Longest)));
                output.Add(Quote);
                break;
            default:
                throw new NotSupportedException($"No column of the feed is an {column.Type.Kind}.");
        }
    }

    private void WriteLongInteger(int ordinal, RowBuffer output)
    {
        if (format.Ieee754Compatible)
        {
            output.Add(Quote);
        }

        Utf8Formatter.TryFormat(values.LongInteger(ordinal), output.Room(LongestInteger), out var digits);
        output.Advance(digits);
        if (format.Ieee754Compatible)
        {
            output.Add(Quote);
        }
    }

    private void WriteFigure(FeedColumn column, int ordinal, RowBuffer output)
    {
        if (format.Ieee754Compatible)
        {
            output.Add(Quote);
        }

        output.Advance(values.Figure(ordinal, column.Type.Size, output.Room(FigureText.Longest)));
        if (format.Ieee754Compatible)
        {
            output.Add(Quote);
        }
    }

    private static void WriteText(ReadOnlySpan<byte> text, RowBuffer output)
    {
        var plain = Encoder.FindFirstCharacterToEncodeUtf8(text);
        if (plain < 0)
        {
            output.AddQuoted(text);
            return;
        }

        output.Add(Quote);
        output.Add(text[..plain]);
        var rest = text[plain..];
        Encoder.EncodeUtf8(rest, output.Room(rest.Length * LongestEscape), out _, out var written);
        output.Advance(written);
        output.Add(Quote);
    }
}
