using Reporting.Api.Feed.Sql;
using Reporting.Api.Feed.Writing.Rows;

namespace Reporting.Api.Feed.Writing.Collections;

/// <summary>Where the key of each row stands, in a result where the columns of a query begin at <paramref name="start"/>.</summary>
internal sealed class KeyColumns(SetQuery query, int start)
{
    private readonly int[] _ordinals = [.. query.Set.Key.Select(column => start + query.Fetched.ToList().IndexOf(column))];

    public object[] Read(RowValues values) => [.. query.Set.Key.Zip(_ordinals, values.Key)];
}
