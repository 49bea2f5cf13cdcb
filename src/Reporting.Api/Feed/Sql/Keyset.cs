using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Sql;

/// <summary>The condition that keeps the rows sorted after a given row, which a unique order makes unambiguous.</summary>
internal sealed class Keyset
{
    private readonly IReadOnlyList<Level> _levels;

    public Keyset(Translator translator, IReadOnlyList<SortColumn> order, IReadOnlyList<object?> row) =>
        _levels = [.. order.Zip(row, (sort, value) => new Level(translator, sort, value))];

    public string Condition() => string.Concat(Starts().Select(start => $"{start} AND ")) + After(0);

    // No engine sees through a disjunction where to begin, nor that it need not look at all that a row of the first keys
    // leads to: said once more of these keys alone, it does.
    private IEnumerable<string> Starts()
    {
        var beyond = "";
        foreach (var level in _levels.SkipLast(1).TakeWhile(level => level is { Descending: false, Value: not null }))
        {
            var start = $"{beyond}{level.Key} >= {level.Value}";
            yield return beyond.Length == 0 ? start : $"({start})";
            beyond += $"{level.Beyond} OR ";
        }
    }

    private string After(int at)
    {
        var level = _levels[at];
        if (at == _levels.Count - 1)
        {
            return level.Beyond ?? "1 = 0";
        }

        var tied = $"{level.Same} AND {After(at + 1)}";
        return level.Beyond is null ? $"({tied})" : $"({level.Beyond} OR {tied})";
    }

    /// <summary>One column of the order, held against its value in the row, null for none.</summary>
    private sealed class Level
    {
        public Level(Translator translator, SortColumn sort, object? value)
        {
            var column = translator.Column(sort.Column);
            var isUnicode = sort.Column.Type.Unicode;
            Descending = sort.Descending;
            Key = translator.Dialect.Key(column);
            if (value is not null)
            {
                // Of the type of what it is held against: texts of another would be compared in another way.
                var parameter = translator.Parameter(value, narrow: !isUnicode);
                Value = translator.Dialect.Key(column with { Sql = isUnicode ? translator.Dialect.Ordinal(parameter) : parameter });
            }

            Same = Value is null ? $"{Key} IS NULL" : $"{Key} = {Value}";
            Beyond = (Descending, Value) switch
            {
                (false, null) => $"{Key} IS NOT NULL",
                (false, _) => $"{Key} > {Value}",
                (true, null) => null,
                (true, _) => sort.Column.Nullable ? $"({Key} < {Value} OR {Key} IS NULL)" : $"{Key} < {Value}",
            };
        }

        public bool Descending { get; }

        public string Key { get; }

        public string? Value { get; }

        public string Same { get; }

        /// <summary>What a row further on by this column alone fulfils; null when none is.</summary>
        public string? Beyond { get; }
    }
}
