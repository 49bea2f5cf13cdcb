using Microsoft.Data.Sqlite;
using Reporting.TestSupport.Tds.Sql;
using Reporting.TestSupport.Tds.Wire;

namespace Reporting.TestSupport.Tds;

/// <summary>Runs translated statements on SQLite, and sends the rows that they give.</summary>
internal sealed class Rows(
    TdsSession session, TokenWriter tokens, IReadOnlyDictionary<string, Variable> variables, CancellationToken cancel)
{
    public async Task<long> ReadAsync(Translated statement)
    {
        using var command = Prepare(statement);
        try
        {
            using var reader = command.ExecuteReader();
            tokens.Columns([.. statement.Columns.Select(column => (column.Name, column.Type))]);
            var count = 0L;
            for (; reader.Read(); count++)
            {
                tokens.Row();
                for (var place = 0; place < statement.Columns.Count; place++)
                {
                    tokens.Value(statement.Columns[place].Type, reader.IsDBNull(place) ? null : reader.GetValue(place));
                }

                if (tokens.IsFull)
                {
                    await tokens.FlushAsync(cancel);
                }
            }

            return count;
        }
        catch (SqliteException failure)
        {
            throw Failure(failure, statement);
        }
    }

    public long Write(Translated statement)
    {
        using var command = Prepare(statement);
        try
        {
            return command.ExecuteNonQuery();
        }
        catch (SqliteException failure)
        {
            throw Failure(failure, statement);
        }
    }

    public object? Scalar(Translated statement)
    {
        using var command = Prepare(statement);
        try
        {
            return command.ExecuteScalar() is { } value and not DBNull ? value : null;
        }
        catch (SqliteException failure)
        {
            throw Failure(failure, statement);
        }
    }

    private SqliteCommand Prepare(Translated statement)
    {
        cancel.ThrowIfCancellationRequested();
        var command = session.Connection.CreateCommand();
        command.CommandText = statement.Sql;
        foreach (var name in statement.Variables)
        {
            command.Parameters.AddWithValue(name.ToLowerInvariant(), variables[name].Value ?? DBNull.Value);
        }

        return command;
    }

    private Exception Failure(SqliteException failure, Translated statement) => SqliteFailures.Translate(
        failure, session.Transaction.Catalog, statement.Command == TokenWriter.UpdateCommand ? "UPDATE" : "INSERT");
}
