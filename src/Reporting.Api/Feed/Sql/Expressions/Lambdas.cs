using Microsoft.OData.UriParser;

namespace Reporting.Api.Feed.Sql.Expressions;

/// <summary>What is said of the rows that a collection-valued navigation leads to: whether any or all are such, how many.</summary>
internal sealed class Lambdas(Translator translator, ExpressionScope scope)
{
    public SqlCondition Condition(LambdaNode lambda) => new(lambda switch
    {
        AnyNode => $"EXISTS ({Select("1", lambda.Source, lambda.CurrentRangeVariable, lambda.Body, negated: false)})",
        AllNode => $"NOT EXISTS ({Select("1", lambda.Source, lambda.CurrentRangeVariable, lambda.Body, negated: true)})",
        _ => throw new ArgumentException($"{lambda.Kind} is no lambda.", nameof(lambda)),
    }, Nullable: false);

    public SqlValue Count(CountNode count) => count.SearchClause is null
        ? new(
            $"({Select("COUNT(*)", count.Source, count.FilterClause?.RangeVariable, count.FilterClause?.Expression, negated: false)})",
            SqlType.Number.Int32,
            Nullable: false)
        : throw FeedException.NotImplemented("$search dans un chemin");

    private string Select(string what, CollectionNode source, RangeVariable? variable, QueryNode? body, bool negated)
    {
        if (source is not CollectionNavigationNode step)
        {
            throw FeedException.NotImplemented("Ce chemin dans une expression");
        }

        var from = scope.Rows(step.Source);
        var navigation = from.Navigation(step.NavigationProperty.Name);
        var to = from.Scope.Rows(navigation.Target);
        var conditions = navigation.Join.Select(pair => $"{to.Column(pair.Target).Sql} = {from.Column(pair.Source).Sql}").ToList();
        if (to.Instant is { } instant)
        {
            conditions.Add(instant);
        }

        if (variable is not null)
        {
            scope.Declare(variable, to);
        }

        if (body is not null and not ConstantNode { Value: true })
        {
            conditions.Add(Body(translator.Condition(body), negated));
        }
        else if (negated)
        {
            conditions.Add(SqlCondition.False.Sql);
        }

        return $"SELECT {what} FROM {to.From} WHERE {string.Join(" AND ", conditions)}";
    }

    // All are such only if of each it is true, and not just unknown.
    private static string Body(SqlCondition condition, bool negated) =>
        !negated ? condition.Sql
        : condition.Nullable ? $"CASE WHEN {condition.Sql} THEN 1 ELSE 0 END = 0"
        : $"NOT ({condition.Sql})";
}
