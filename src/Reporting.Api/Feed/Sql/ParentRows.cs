using System.Globalization;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Sql;

/// <summary>Rows that a navigation is followed from, each known by its place among them and by its key.</summary>
internal sealed class ParentRows(FeedNavigation navigation, IReadOnlyList<IReadOnlyList<object>> keys, StatementScope scope)
{
    private const string Alias = "parent";

    public const string Place = $"{Alias}.Place";

    /// <summary>What a statement about the rows that they lead to selects from.</summary>
    public string Leading(SqlRows rows)
    {
        var parents = string.Join(" UNION ALL ", keys.Select(Select));
        var same = navigation.Join.Select((pair, part) => $"{rows.Column(pair.Target).Sql} = {Key(pair.Source, part)}");
        return $"({parents}) {Alias} JOIN {rows.FromOn(string.Join(" AND ", same))}";
    }

    private string Select(IReadOnlyList<object> key, int place)
    {
        var parts = navigation.Join.Zip(key, (pair, value) => scope.Parameters.Add(value, narrow: !pair.Source.Type.Unicode));
        return string.Create(CultureInfo.InvariantCulture, $"SELECT {place} AS Place, {string.Join(", ", parts.Select((sql, part) => $"{sql} AS Key{part}"))}");
    }

    // Nothing else says by which collation what comes from parameters compares.
    private string Key(FeedColumn column, int part)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{Alias}.Key{part}");
        return column.Type.ToSql() is SqlType.Text ? scope.Dialect.Ordinal(key) : key;
    }
}
