using System.Data.Common;
using System.IO.Pipelines;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Writing.Rows;
using Reporting.Store;

namespace Reporting.Api.Feed.Writing;

/// <summary>Streams one page of a set, flushing as it goes, so that memory does not grow with the page.</summary>
internal sealed class PageWriter(PipeWriter output, Page page, FeedRequest request, JsonFormat format, Engine engine)
{
    private const int FlushThreshold = 32 * 1024;
    private const int UsualLength = 4 * 1024;

    public async Task WriteAsync(DbDataReader? rows, long? count, CancellationToken cancel)
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
        var last = rows is null ? null : await WriteRowsAsync(rows, cancel);
        json.WriteEndArray();
        if (last is not null)
        {
            json.WriteString("@odata.nextLink", page.NextLink(request, last));
        }

        json.WriteEndObject();
        await json.FlushAsync(cancel);
    }

    /// <summary>Writes the rows; when more of them follow, returns the values that the last one was sorted by.</summary>
    private async Task<object?[]?> WriteRowsAsync(DbDataReader rows, CancellationToken cancel)
    {
        var buffer = new RowBuffer(UsualLength);
        var write = Writer(rows, buffer);
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

            if (buffer.Length > FlushThreshold)
            {
                await output.WriteAsync(buffer.Written, cancel);
                buffer.Clear();
            }
        }

        await output.WriteAsync(buffer.Written, cancel);
        return hasMore ? last : null;
    }

    private Action Writer(DbDataReader rows, RowBuffer buffer)
    {
        if (page.Query.Set.Grouping is not null)
        {
            var groups = new GroupWriter(RowValues.Of(rows, engine), page.Query.Columns, format, page.Query.Set.Root);
            return () => groups.Write(buffer);
        }

        if (format.Metadata is not MetadataLevel.Full)
        {
            var plain = new RowWriter(RowValues.Of(rows, engine), page.Query, format);
            return () => plain.Write(buffer);
        }

        var json = FeedJson.Create(buffer);
        var entity = new EntityWriter(json, rows, page.Query, format, engine);
        return () =>
        {
            json.WriteStartObject();
            entity.WriteProperties();
            json.WriteEndObject();
            json.Flush();
            json.Reset();
        };
    }

    private object?[] SortedBy(DbDataReader rows)
    {
        var columns = page.Query.Fetched.ToList();
        return [.. page.Query.Order.Select(sort => columns.IndexOf(sort.Column))
            .Select(ordinal => rows.IsDBNull(ordinal) ? null : rows.GetValue(ordinal))];
    }
}
