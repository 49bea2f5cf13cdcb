using Microsoft.OData.UriParser;

namespace Reporting.Api.Feed.Sql.Expressions;

/// <summary>How much the expressions of one statement may ask of an engine.</summary>
internal sealed class Budget
{
    // SQLite refuses expressions deeper than 1,000 operators, SQL Server more than 2,100 parameters.
    private const int MaxNodes = 1000;
    private const int MaxDepth = 100;

    // SQL Server refuses a CASE within ten others.
    private const int MaxNestedCases = 8;

    private const int LongestSql = 200_000;

    private int _nodes;
    private int _depth;
    private int _cases;

    public T Within<TNode, T>(TNode node, Func<TNode, T> translate)
        where TNode : QueryNode
    {
        if (++_nodes > MaxNodes || ++_depth > MaxDepth)
        {
            throw FeedException.TooComplex();
        }

        var translated = translate(node);
        _depth--;
        return translated;
    }

    /// <summary>Translates what is written as a CASE.</summary>
    public T Case<T>(Func<T> translate)
    {
        if (++_cases > MaxNestedCases)
        {
            throw FeedException.TooComplex();
        }

        var translated = translate();
        _cases--;
        return translated;
    }

    /// <summary>What SQL has to say twice grows fast when it is nested.</summary>
    public static void CheckLength(string sql)
    {
        if (sql.Length > LongestSql)
        {
            throw FeedException.TooComplex();
        }
    }
}
