using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Sql;

/// <summary>
/// The rows of a set in a FROM clause, and those that its single-valued navigations join to them, each once however often
/// it is named. Rows are never lost by a join.
/// </summary>
internal sealed class SqlRows(StatementScope scope, FeedSet set, string alias)
{
    private readonly Dictionary<FeedNavigation, SqlRows> _joined = [];
    private readonly SourceRows _source = scope.Source(set);
    private bool _mayBeAbsent;

    public FeedSet Set => set;

    public StatementScope Scope => scope;

    /// <summary>What follows FROM. Complete once everything that the statement says of these rows is written.</summary>
    public string From => $"{_source.Name} {alias}{Joins}";

    /// <summary>The same where they are joined to others first.</summary>
    public string FromOn(string condition) => $"{_source.Name} {alias} ON {condition}{Joins}";

    private string Joins => string.Concat(_joined.Select(join => join.Value.Join(this, join.Key)));

    /// <summary>The conditions that choose the rows of the instant read; null when the source holds no others.</summary>
    public string? Instant => _source.HasSpans
        ? $"{alias}.FromAt <= {scope.At()} AND ({alias}.UntilAt IS NULL OR {alias}.UntilAt > {scope.At()})"
        : null;

    public SqlColumn Column(FeedColumn column) => new(column, $"{alias}.{column.Stored}", column.Nullable || _mayBeAbsent);

    /// <summary>The conditions that choose the rows which a statement is about, before it says anything of them.</summary>
    public IEnumerable<string> Chosen
    {
        get
        {
            var within = set.Grouping is null ? scope.Within.Select(pair => Is(pair.Column, pair.Value)) : [];
            return Instant is null ? within : within.Prepend(Instant);
        }
    }

    /// <summary>The condition that a column has a value.</summary>
    public string Is(FeedColumn column, object value)
    {
        var tested = scope.Dialect.Column(Column(column));
        var literal = new Literals(scope.Parameters).Value(new ConstantNode(value), Comparison.IsNarrow(tested));
        return new Comparison(scope.Dialect).Write(tested, BinaryOperatorKind.Equal, literal).Sql;
    }

    public FeedNavigation Navigation(string name) => set.Grouping is null
        ? FeedRelations.Navigation(set, name)
        : throw FeedException.Malformed($"Un regroupement ne laisse rien de {name} que ce qu'il nomme.");

    public SqlRows Joined(FeedNavigation navigation)
    {
        if (!_joined.TryGetValue(navigation, out var rows))
        {
            _joined[navigation] = rows = scope.Rows(navigation.Target);
            rows._mayBeAbsent = _mayBeAbsent || navigation.Nullable;
        }

        return rows;
    }

    private string Join(SqlRows source, FeedNavigation navigation)
    {
        var conditions = navigation.Join.Select(pair => $"{Column(pair.Target).Sql} = {source.Column(pair.Source).Sql}");
        var all = string.Join(" AND ", Instant is null ? conditions : conditions.Append(Instant));
        return $" LEFT JOIN {_source.Name} {alias} ON {all}{Joins}";
    }
}
