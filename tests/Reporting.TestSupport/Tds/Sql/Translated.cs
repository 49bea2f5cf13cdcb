using Microsoft.SqlServer.TransactSql.ScriptDom;
using Reporting.TestSupport.Tds.Wire;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>A statement that reads or writes rows, in SQLite's SQL.</summary>
internal sealed record Translated(string Sql, int Command, IReadOnlyList<Column> Columns, IReadOnlyCollection<string> Variables)
{
    /// <summary>The translation of a statement of rows, or null when the statement is of another kind.</summary>
    public static Translated? Of(TSqlStatement statement, Translation translation)
    {
        var writes = new Writes(translation);
        return statement switch
        {
            SelectStatement select => Of(translation.Queries.Statement(select), translation),
            InsertStatement insert => new(writes.Insert(insert), TokenWriter.InsertCommand, [], translation.Used),
            UpdateStatement update => new(writes.Update(update), TokenWriter.UpdateCommand, [], translation.Used),
            DeleteStatement delete => new(writes.Delete(delete), TokenWriter.DeleteCommand, [], translation.Used),
            _ => null,
        };
    }

    /// <summary>The value of one expression.</summary>
    public static Translated Of(Expr value, Translation translation) =>
        new($"SELECT {value.Sql}", TokenWriter.SelectCommand, [new("", value.Type)], translation.Used);

    private static Translated Of(TranslatedQuery query, Translation translation) =>
        new(query.Sql, TokenWriter.SelectCommand, query.Columns, translation.Used);
}
