using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Feed.Sql.Expressions;

/// <summary>$search: words and phrases in any text of a row, whatever their case and accents.</summary>
internal sealed class Search(FeedSet set, Translator translator)
{
    /// <summary>The columns that are searched.</summary>
    public static IEnumerable<FeedColumn> Columns(FeedSet set) => set.Columns.Where(column => column.Type.ToSql() is SqlType.Text);

    private readonly Budget _budget = new();

    public string Condition(QueryNode node)
    {
        var sql = Columns(set).Any() ? Of(node) : throw FeedException.NotImplemented("$search où il n'y a aucun texte");
        Budget.CheckLength(sql);
        return sql;
    }

    private string Of(QueryNode node) => _budget.Within(node, ConditionOf);

    private string ConditionOf(QueryNode node) => node switch
    {
        SearchTermNode term => Term(translator.Parameter(term.Text)),
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => $"NOT ({Of(not.Operand)})",
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } and => $"({Of(and.Left)} AND {Of(and.Right)})",
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } or => $"({Of(or.Left)} OR {Of(or.Right)})",
        _ => throw FeedException.NotImplemented("Cette forme de $search"),
    };

    // A text that is null mentions nothing.
    private string Term(string parameter)
    {
        var mentions = Columns(set).Select(column => translator.Dialect.Mentions(translator.Column(column), parameter));
        return $"CASE WHEN {string.Join(" OR ", mentions)} THEN 1 ELSE 0 END = 1";
    }
}
