using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Sql;

/// <summary>A column to sort by. Nulls come first in ascending order, on both engines and in OData.</summary>
internal sealed record SortColumn(FeedColumn Column, bool Descending)
{
    public string Sql(SqlRows rows) => Key(rows) + (Descending ? " DESC" : "");

    /// <summary>The column as rows are sorted by it.</summary>
    public string Key(SqlRows rows) => Sorted(rows.Scope.Dialect, rows.Scope.Dialect.Column(rows.Column(Column)));

    /// <summary>A value of the column, to tell rows before it from those after it.</summary>
    public string Key(SqlRows rows, object value)
    {
        var dialect = rows.Scope.Dialect;
        return Sorted(dialect, dialect.Column(new(Column, rows.Scope.Parameters.Add(value, narrow: !Column.Type.Unicode), Nullable: false)));
    }

    private static string Sorted(SqlDialect dialect, SqlValue value) => value.Type is SqlType.Text ? dialect.Sorted(value) : value.Sql;
}
