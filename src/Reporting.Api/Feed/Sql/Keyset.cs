using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Sql;

/// <summary>The condition that keeps the rows sorted after a given row, which a unique order makes unambiguous.</summary>
internal sealed class Keyset(Translator translator, IReadOnlyList<SortColumn> order, IReadOnlyList<object?> row)
{
    private readonly IReadOnlyList<SqlValue> _keys = [.. order.Select(sort => translator.Column(sort.Column))];

    public string Condition() => Start() + After(0);

    // No engine sees through a disjunction where to begin in an index: said once more by itself, it does.
    private string Start() =>
        order is [{ Descending: false }, _, ..] && Value(0) is { } value ? $"{Key(0)} >= {value} AND " : "";

    private string After(int level)
    {
        var sort = order[level];
        var column = Key(level);
        var value = Value(level);
        var beyond = Beyond(sort, column, value);
        if (level == order.Count - 1)
        {
            return beyond ?? "1 = 0";
        }

        var same = value is null ? $"{column} IS NULL" : $"{column} = {value}";
        var tied = $"{same} AND {After(level + 1)}";
        return beyond is null ? $"({tied})" : $"({beyond} OR {tied})";
    }

    private string Key(int level) => translator.Dialect.Key(_keys[level]);

    // Of the type of what it is held against: texts of another would be compared in another way.
    private string? Value(int level)
    {
        if (row[level] is not { } known)
        {
            return null;
        }

        var isUnicode = order[level].Column.Type.Unicode;
        var parameter = translator.Parameter(known, narrow: !isUnicode);
        return translator.Dialect.Key(_keys[level] with { Sql = isUnicode ? translator.Dialect.Ordinal(parameter) : parameter });
    }

    private static string? Beyond(SortColumn sort, string column, string? value) => (sort.Descending, value) switch
    {
        (false, null) => $"{column} IS NOT NULL",
        (false, _) => $"{column} > {value}",
        (true, null) => null,
        (true, _) => sort.Column.Nullable ? $"({column} < {value} OR {column} IS NULL)" : $"{column} < {value}",
    };
}
