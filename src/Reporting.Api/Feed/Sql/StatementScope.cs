using Reporting.Api.Feed.Model;
using Reporting.Store;

namespace Reporting.Api.Feed.Sql;

/// <summary>What one statement is written for, and the values and aliases given out in it so far.</summary>
internal sealed class StatementScope(Engine engine, Reading reading)
{
    private int _aliases;
    private string? _at;

    public SqlDialect Dialect { get; } = SqlDialect.Of(engine);

    public SqlParameters Parameters { get; } = new(engine);

    /// <summary>The rows of a set, under an alias that no other rows of the statement have.</summary>
    public SqlRows Rows(FeedSet set) => new(this, set, _aliases++ == 0 ? set.Alias : $"{set.Alias}{_aliases - 1}");

    public SourceRows Source(FeedSet set) => set.Rows(reading, engine);

    /// <summary>The parameter that holds the instant read.</summary>
    public string At() => _at ??= Parameters.Add(reading.At!.Value);
}
