using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Feed.Sql.Expressions;

/// <summary>What the expressions of a statement may name: columns of rows and of those joined to them, aliases, the time.</summary>
internal sealed class ExpressionScope(SqlRows rows, RequestValues values)
{
    private readonly Dictionary<RangeVariable, SqlRows> _variables = [];

    public SqlDialect Dialect => rows.Scope.Dialect;

    public SqlParameters Parameters => rows.Scope.Parameters;

    public DateTimeOffset Now => values.Now;

    public QueryNode? Alias(string name) => values.Aliases.GetValueOrDefault(name);

    public SqlValue Column(FeedColumn column) => Dialect.Column(rows.Column(column));

    public SqlValue Column(SingleValuePropertyAccessNode property)
    {
        var named = Rows(property.Source);
        return Dialect.Column(named.Column(named.Set.Column(property.Property.Name)));
    }

    /// <summary>What a property that $compute defines is computed from.</summary>
    public QueryNode Computed(SingleValueOpenPropertyAccessNode property) =>
        values.Computed.FirstOrDefault(column => column.Name == property.Name)?.Expression
        ?? throw FeedException.Malformed($"La propriété {property.Name} n'existe pas.");

    /// <summary>The rows that a path leads to, joined where it goes through navigations.</summary>
    public SqlRows Rows(QueryNode path) => path switch
    {
        ResourceRangeVariableReferenceNode variable => _variables.GetValueOrDefault(variable.RangeVariable, rows),
        SingleNavigationNode step when Rows(step.Source) is var source =>
            source.Joined(FeedRelations.Navigation(source.Set, step.NavigationProperty.Name)),
        _ => throw FeedException.NotImplemented("Ce chemin dans une expression"),
    };

    /// <summary>What tells whether a path leads to a row at all.</summary>
    public SqlValue Key(SingleNavigationNode path) => Rows(path) is { Set.Key: [var key] } led
        ? Dialect.Column(led.Column(key))
        : throw FeedException.NotImplemented("La comparaison de ces lignes");

    /// <summary>Gives the rows that a variable ranges over a name in expressions.</summary>
    public void Declare(RangeVariable variable, SqlRows ranged) => _variables[variable] = ranged;
}
