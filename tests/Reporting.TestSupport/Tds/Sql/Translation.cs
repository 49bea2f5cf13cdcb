using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>
/// The translation of one statement: what it may name, and the parts that translate it. Whatever is not known is
/// refused, with the T-SQL that it was written in.
/// </summary>
internal sealed class Translation
{
    public Translation(Catalog catalog, string ownSchema, IReadOnlyDictionary<string, Variable> variables)
    {
        (Catalog, OwnSchema, Variables) = (catalog, ownSchema, variables);
        Expressions = new(this);
        Functions = new(this);
        Predicates = new(this);
        Queries = new(this);
        Tables = new(this);
    }

    public Catalog Catalog { get; }

    public string OwnSchema { get; }

    public IReadOnlyDictionary<string, Variable> Variables { get; }

    /// <summary>The variables that were named so far.</summary>
    public HashSet<string> Used { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Expressions Expressions { get; }

    public Functions Functions { get; }

    public Predicates Predicates { get; }

    public Queries Queries { get; }

    public Tables Tables { get; }

    public static TdsError Refusal(TSqlFragment fragment) =>
        TdsError.Unknown($"{fragment.GetType().Name}: {TextOf(fragment)}");

    public static string TextOf(TSqlFragment fragment) =>
        fragment.FirstTokenIndex < 0 ? "" : string.Concat(fragment.ScriptTokenStream
            .Take(fragment.LastTokenIndex + 1)
            .Skip(fragment.FirstTokenIndex)
            .Select(token => token.Text));
}
