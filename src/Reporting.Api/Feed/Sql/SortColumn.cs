using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Sql;

/// <summary>A column to sort by. Nulls come first in ascending order, on both engines and in OData.</summary>
internal sealed record SortColumn(FeedColumn Column, bool Descending)
{
    /// <summary>The column as rows are sorted by it.</summary>
    public string Key(Translator translator) => translator.Dialect.Key(translator.Column(Column));
}
