using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Feed.Sql.Expressions;

/// <summary>What the expressions of a statement may name: columns of rows and of those joined to them, aliases, the time.</summary>
internal sealed class ExpressionScope(SqlRows rows, RequestValues values)
{
    private readonly Dictionary<RangeVariable, SqlRows> _variables = [];
    private readonly List<FeedColumn> _named = [];

    public SqlDialect Dialect => rows.Scope.Dialect;

    public Budget Budget => rows.Scope.Budget;

    public SqlParameters Parameters => rows.Scope.Parameters;

    public DateTimeOffset Now => values.Now;

    public QueryNode? Alias(string name) => values.Aliases.GetValueOrDefault(name);

    /// <summary>The columns that were named so far.</summary>
    public IReadOnlyList<FeedColumn> Named => _named;

    public SqlValue Column(FeedColumn column) => Column(rows, column);

    // Groups have no more than the columns that they were made with, whose names may be paths.
    public SqlValue Column(SingleValuePropertyAccessNode property)
    {
        if (rows.Set.Grouping is not null)
        {
            return Column(rows.Set.Find(PropertyPath.Of(property)) ?? throw Unknown(property.Property.Name));
        }

        var named = Rows(property.Source);
        return Column(named, named.Set.Column(property.Property.Name));
    }

    /// <summary>A property that the model does not have: computed, or what a group was given.</summary>
    public FeedColumn Dynamic(SingleValueOpenPropertyAccessNode property) =>
        values.Computed.FirstOrDefault(column => column.Name == property.Name)
        ?? (rows.Set.Grouping is null ? null : rows.Set.Find(property.Name))
        ?? throw Unknown(property.Name);

    /// <summary>The rows that a path leads to, joined where it goes through navigations.</summary>
    public SqlRows Rows(QueryNode path) => path switch
    {
        ResourceRangeVariableReferenceNode variable => _variables.GetValueOrDefault(variable.RangeVariable, rows),
        SingleNavigationNode step when Rows(step.Source) is var source =>
            source.Joined(source.Navigation(step.NavigationProperty.Name)),
        _ => throw FeedException.NotImplemented("Ce chemin dans une expression"),
    };

    /// <summary>What tells whether a path leads to a row at all.</summary>
    public SqlValue Key(SingleNavigationNode path) => Rows(path) is { Set.Key: [var key] } led
        ? Column(led, key)
        : throw FeedException.NotImplemented("La comparaison de ces lignes");

    /// <summary>Gives the rows that a variable ranges over a name in expressions.</summary>
    public void Declare(RangeVariable variable, SqlRows ranged) => _variables[variable] = ranged;

    private SqlValue Column(SqlRows named, FeedColumn column)
    {
        _named.Add(column);
        return Dialect.Column(named.Column(column));
    }

    private static FeedException Unknown(string name) => FeedException.Malformed($"La propriété {name} n'existe pas.");
}
