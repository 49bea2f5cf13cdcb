using System.Data.Common;
using System.IO.Pipelines;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Writing.Collections;
using Reporting.Store;

namespace Reporting.Api.Feed.Writing;

/// <summary>Streams one page of a set, flushing as it goes, so that memory does not grow with the page.</summary>
internal sealed class PageWriter(PipeWriter output, Page page, FeedRequest request, JsonFormat format, Engine engine, bool compressed)
{
    // Two fit in what the server holds of an answer, so that one is written while another is sent.
    private const int PlainChunk = 28 * 1024;

    // Each is compressed by itself: short ones would not become as small.
    private const int CompressedChunk = 128 * 1024;
    private const int LongestUsualRow = 8 * 1024;

    private readonly int _chunk = compressed ? CompressedChunk : PlainChunk;

    /// <param name="rows">The rows; null for none.</param>
    /// <param name="count">How many rows there are in all, where that is asked for.</param>
    /// <param name="collections">What writes the collections within the rows, where there are any.</param>
    /// <param name="cancel">Stops writing.</param>
    public async Task WriteAsync(OpenRows? rows, long? count, CollectionWriter? collections, CancellationToken cancel)
    {
        await using var json = FeedJson.Create(output);
        json.WriteStartObject();
        json.WriteContext(request, format, ContextUrl.OfCollection(page.Query));
        if (count is { } total)
        {
            json.WriteCount(total, format);
        }

        json.WriteStartArray("value");
        json.Flush();
        var last = rows is null ? null : await WriteRowsAsync(rows, collections, cancel);
        json.WriteEndArray();
        if (last is not null)
        {
            json.WriteString("@odata.nextLink", page.NextLink(request, last));
        }

        json.WriteEndObject();
        await json.FlushAsync(cancel);
    }

    /// <summary>Writes the rows; when more of them follow, returns the values that the last one was sorted by.</summary>
    private async Task<object?[]?> WriteRowsAsync(OpenRows open, CollectionWriter? collections, CancellationToken cancel)
    {
        var text = new RowText(collections is null ? _chunk + LongestUsualRow : LongestUsualRow);
        try
        {
            return await WriteRowsAsync(open, text, collections, cancel);
        }
        finally
        {
            text.Buffer.Return();
        }
    }

    private async Task<object?[]?> WriteRowsAsync(OpenRows open, RowText text, CollectionWriter? collections, CancellationToken cancel)
    {
        var rows = open.Rows;
        var buffer = text.Buffer;
        var write = text.Writer(rows, page.Query, format, engine);
        object?[]? last = null;
        var written = 0L;
        var hasMore = await rows.ReadAsync(cancel);
        for (; hasMore && written < page.Rows; hasMore = await rows.ReadAsync(cancel))
        {
            if (written++ > 0)
            {
                buffer.Add((byte)',');
            }

            write();
            if (written == page.Rows)
            {
                last = SortedBy(rows);
            }

            if (buffer.Length > _chunk && collections is null)
            {
                await output.WriteAsync(buffer.Written, cancel);
                buffer.Clear();
            }
        }

        if (collections is null)
        {
            await output.WriteAsync(buffer.Written, cancel);
        }
        else
        {
            await open.DisposeAsync(); // what is read within the rows needs their place
            await collections.WriteAsync(text, cancel);
        }

        return hasMore && page.MayContinue ? last : null;
    }

    private object?[] SortedBy(DbDataReader rows)
    {
        var columns = page.Query.Fetched.ToList();
        return [.. page.Query.Order.Select(sort => columns.IndexOf(sort.Column))
            .Select(ordinal => rows.IsDBNull(ordinal) ? null : rows.GetValue(ordinal))];
    }
}
