using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Sql;

/// <summary>The condition that keeps the rows sorted after a given row, which a unique order makes unambiguous.</summary>
internal sealed class Keyset(Translator translator, IReadOnlyList<SortColumn> order, IReadOnlyList<object?> row)
{
    public string Condition() => Start() + After(0);

    // No engine sees through a disjunction where to begin in an index: said once more by itself, it does.
    private string Start() =>
        order is [{ Descending: false } first, _, ..] && Value(0) is { } value ? $"{first.Key(translator)} >= {value} AND " : "";

    private string After(int level)
    {
        var sort = order[level];
        var column = sort.Key(translator);
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

    private string? Value(int level) => row[level] is { } known ? order[level].Key(translator, known) : null;

    private static string? Beyond(SortColumn sort, string column, string? value) => (sort.Descending, value) switch
    {
        (false, null) => $"{column} IS NOT NULL",
        (false, _) => $"{column} > {value}",
        (true, null) => null,
        (true, _) => sort.Column.Nullable ? $"({column} < {value} OR {column} IS NULL)" : $"{column} < {value}",
    };
}
