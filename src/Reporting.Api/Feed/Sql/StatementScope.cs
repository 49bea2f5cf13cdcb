using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql.Expressions;
using Reporting.Api.Feed.Sql.Groups;
using Reporting.Store;

namespace Reporting.Api.Feed.Sql;

/// <summary>What one statement is written for, and the values and aliases given out in it so far.</summary>
internal sealed class StatementScope(Engine engine, Reading reading)
{
    private int _aliases;
    private string? _at;

    public SqlDialect Dialect { get; } = SqlDialect.Of(engine);

    public SqlParameters Parameters { get; } = new(engine);

    public Budget Budget { get; } = new();

    /// <summary>The columns whose values what the rows are reached from decides.</summary>
    public IReadOnlyList<(FeedColumn Column, object Value)> Within { get; init; } = [];

    /// <summary>Whether figures may be withheld from who reads.</summary>
    public bool Withholds => reading.Audience.WithheldUpTo is not null;

    /// <summary>The rows of a set, under an alias that no other rows of the statement have.</summary>
    public SqlRows Rows(FeedSet set) => new(this, set, _aliases++ == 0 ? set.Alias : $"{set.Alias}{_aliases - 1}");

    public SourceRows Source(FeedSet set) => set.Grouping is { } grouping
        ? new($"({new GroupedRows(grouping, this).Select()})", HasSpans: false)
        : set.Rows(reading, engine);

    /// <summary>The parameter that holds the instant read.</summary>
    public string At() => _at ??= Parameters.Add(reading.At!.Value);
}
