using Reporting.Api.Feed.Model;
using Reporting.Store;

namespace Reporting.Api.Feed.Sql;

/// <summary>A column to sort by. Nulls come first in ascending order, on both engines and in OData.</summary>
internal sealed record SortColumn(FeedColumn Column, bool Descending)
{
    public string Sql(Engine engine) => SqlDialect.Comparable(engine, Column) + (Descending ? " DESC" : "");
}
