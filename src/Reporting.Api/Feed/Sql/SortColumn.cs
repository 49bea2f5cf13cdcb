using Reporting.Api.Feed.Model;

namespace Reporting.Api.Feed.Sql;

/// <summary>A column to sort by. Nulls come first in ascending order, on both engines and in OData.</summary>
internal sealed record SortColumn(FeedColumn Column, bool Descending)
{
    public string Sql(SqlRows rows) => Comparable(rows) + (Descending ? " DESC" : "");

    public string Comparable(SqlRows rows) => SqlDialect.Comparable(rows.Scope.Engine, rows.Column(Column));
}
