using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Writing.Rows;

namespace Reporting.Api.Feed.Writing.Collections;

/// <summary>Sends a text of rows, and what belongs into its gaps as it comes to them.</summary>
internal sealed class CollectionWriter(PipeWriter output, CollectionReader reader, CollectionLinks links, JsonFormat format)
{
    private const int FlushThreshold = 32 * 1024;

    private readonly RowBuffer _pending = new(FlushThreshold);

    public async Task WriteAsync(RowText text, CancellationToken cancel)
    {
        await WriteAsync(new TextCursor(text), text.Buffer.Length, cancel);
        await FlushAsync(cancel);
    }

    private async Task WriteAsync(TextCursor text, int end, CancellationToken cancel)
    {
        while (text.GapBefore(end) is { } gap)
        {
            await AddAsync(text.UpTo(gap.At), cancel);
            var (rows, filled) = await text.FillAsync(reader, cancel);
            await WriteAsync(gap, rows, filled, cancel);
        }

        await AddAsync(text.UpTo(end), cancel);
    }

    private async Task WriteAsync(Gap gap, TextCursor rows, Filled filled, CancellationToken cancel)
    {
        var name = gap.Of.Navigation.Name;
        var separator = gap.IsFirst ? "" : ",";
        if (filled.Count is { } count)
        {
            var number = count.ToString(CultureInfo.InvariantCulture);
            Add($"{separator}\"{name}@odata.count\":{(format.Ieee754Compatible ? $"\"{number}\"" : number)}");
            separator = ",";
        }

        if (gap.Of.CountOnly)
        {
            return;
        }

        Add($"{separator}\"{name}\":[");
        await WriteAsync(rows, filled.End, cancel);
        Add("]");
        if (filled.HasMore)
        {
            Add($",\"{name}@odata.nextLink\":\"{JsonEncodedText.Encode(links.Next(gap, filled.Given), FeedJson.Encoder)}\"");
        }
    }

    private void Add(string text) => _pending.Add(System.Text.Encoding.UTF8.GetBytes(text));

    private async ValueTask AddAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        _pending.Add(bytes.Span);
        if (_pending.Length > FlushThreshold)
        {
            await FlushAsync(cancel);
        }
    }

    private async Task FlushAsync(CancellationToken cancel)
    {
        await output.WriteAsync(_pending.Written, cancel);
        _pending.Clear();
    }
}
