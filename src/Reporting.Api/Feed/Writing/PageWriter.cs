using System.Data.Common;
using System.IO.Pipelines;
using System.Text.Json;
using Reporting.Api.Feed.Requests;
using Reporting.Store;

namespace Reporting.Api.Feed.Writing;

/// <summary>Streams one page of a set, flushing as it goes, so that memory does not grow with the page.</summary>
internal sealed class PageWriter(PipeWriter output, Page page, FeedRequest request, JsonFormat format, Engine engine)
{
    private const int FlushThreshold = 32 * 1024;

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
        var last = rows is null ? null : await WriteRowsAsync(json, rows, cancel);
        json.WriteEndArray();
        if (last is not null)
        {
            json.WriteString("@odata.nextLink", page.NextLink(request, last));
        }

        json.WriteEndObject();
        await json.FlushAsync(cancel);
    }

    /// <summary>Writes the rows; when more of them follow, returns the values that the last one was sorted by.</summary>
    private async Task<object?[]?> WriteRowsAsync(Utf8JsonWriter json, DbDataReader rows, CancellationToken cancel)
    {
        var entity = new EntityWriter(json, rows, page.Query, format, engine);
        var flushed = 0L;
        object?[]? last = null;
        for (var room = page.Rows; await rows.ReadAsync(cancel); room--)
        {
            if (room == 0)
            {
                return last;
            }

            json.WriteStartObject();
            entity.WriteProperties();
            json.WriteEndObject();
            if (room == 1)
            {
                last = SortedBy(rows);
            }

            var written = json.BytesCommitted + json.BytesPending;
            if (written - flushed > FlushThreshold)
            {
                json.Flush();
                await output.FlushAsync(cancel);
                flushed = written;
            }
        }

        return null;
    }

    private object?[] SortedBy(DbDataReader rows)
    {
        var columns = page.Query.Fetched.ToList();
        return [.. page.Query.Order.Select(sort => columns.IndexOf(sort.Column))
            .Select(ordinal => rows.IsDBNull(ordinal) ? null : rows.GetValue(ordinal))];
    }
}
