using System.IO.Pipelines;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Sql;
using Reporting.Api.Feed.Writing.Collections;
using Reporting.Store;

namespace Reporting.Api.Feed.Writing;

/// <summary>Writes one row as a document.</summary>
internal sealed class EntityDocument(PipeWriter output, SetQuery query, FeedRequest request, JsonFormat format, Engine engine)
{
    /// <param name="open">The row.</param>
    /// <param name="collections">What writes the collections within the row, where there are any.</param>
    /// <param name="cancel">Stops writing.</param>
    public async Task WriteAsync(OpenRows open, CollectionWriter? collections, CancellationToken cancel)
    {
        var text = new RowText();
        WriteContext(text);
        var start = text.Buffer.Length;
        text.Writer(open.Rows, query, format, engine)();
        if (start > 0)
        {
            Join(text, start);
        }

        if (collections is null)
        {
            await output.WriteAsync(text.Buffer.Written, cancel);
            return;
        }

        await open.DisposeAsync(); // what is read within the row needs its place
        await collections.WriteAsync(text, cancel);
    }

    private void WriteContext(RowText text)
    {
        if (format.Metadata is not MetadataLevel.None)
        {
            using var json = FeedJson.Create(text.Buffer);
            json.WriteStartObject();
            json.WriteContext(request, format, ContextUrl.OfEntity(query));
        }
    }

    // The row goes on with the object that the context began, in which nothing may follow.
    private static void Join(RowText text, int start)
    {
        if (text.Buffer.Length == start + "{}".Length && text.Gaps.Count == 0)
        {
            text.CutTo(start);
            text.Buffer.Add((byte)'}');
        }
        else
        {
            text.Buffer[start] = (byte)',';
        }
    }
}
