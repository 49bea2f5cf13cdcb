using System.Data.Common;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Sql;
using Reporting.Api.Feed.Writing.Rows;
using Reporting.Store;

namespace Reporting.Api.Feed.Writing.Collections;

/// <summary>Rows as JSON, with gaps where the collections that are expanded in them belong.</summary>
internal sealed class RowText(int capacity = RowText.UsualLength)
{
    private const int UsualLength = 4 * 1024;

    public RowBuffer Buffer { get; } = new(capacity);

    public List<Gap> Gaps { get; } = [];

    /// <summary>Forgets what follows the first bytes.</summary>
    public void CutTo(int length)
    {
        Buffer.CutTo(length);
        Gaps.RemoveAll(gap => gap.At >= length);
    }

    /// <summary>What adds the current row.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="query">What they answer.</param>
    /// <param name="format">How they are written.</param>
    /// <param name="engine">The engine that they come from.</param>
    /// <param name="start">Where the columns of the query begin.</param>
    public Action Writer(DbDataReader rows, SetQuery query, JsonFormat format, Engine engine, int start = 0)
    {
        var values = RowValues.Of(rows, engine);
        if (query.Set.Grouping is not null)
        {
            var groups = new GroupWriter(values, query.Columns, format, query.Set.Root);
            return () => groups.Write(Buffer);
        }

        if (query.IsReference || format.Metadata is not MetadataLevel.Full)
        {
            var plain = new RowWriter(values, query, format, Gaps, start);
            return () => plain.Write(Buffer);
        }

        var json = FeedJson.Create(Buffer);
        var entity = new EntityWriter(json, rows, query, format, engine, this, start);
        return () =>
        {
            json.WriteStartObject();
            entity.WriteProperties();
            json.WriteEndObject();
            json.Flush();
            json.Reset();
        };
    }
}
