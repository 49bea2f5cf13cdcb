using System.Data.Common;
using Dapper;

namespace Reporting.Store;

/// <summary>A connection, and the transaction open on it if there is one.</summary>
internal sealed class Session(
    DbConnection connection, DbTransaction? transaction, Engine engine, CancellationToken cancel, int? secondsPerCommand = null)
{
    public Engine Engine => engine;

    public Task<int> ExecuteAsync(Query query, object? parameters) =>
        connection.ExecuteAsync(Command(query, parameters));

    /// <summary>Inserts rows as a query inserts one.</summary>
    public Task InsertAsync<T>(Query query, IEnumerable<T> rows) => RowInsertion.RunAsync(this, query, [.. rows], cancel);

    public async Task<IReadOnlyList<T>> QueryAsync<T>(Query query, object? parameters) =>
        (await connection.QueryAsync<T>(Command(query, parameters))).AsList();

    /// <summary>Rows for a caller that streams them.</summary>
    public Task<DbDataReader> ReadAsync(Query query) => connection.ExecuteReaderAsync(Command(query, null));

    /// <summary>A command that is run many times over.</summary>
    public DbCommand CreateCommand(Query query)
    {
        var command = connection.CreateCommand();
        command.CommandText = query.For(engine);
        command.Transaction = transaction;
        command.CommandTimeout = secondsPerCommand ?? command.CommandTimeout;
        return command;
    }

    private CommandDefinition Command(Query query, object? parameters) =>
        new(query.For(engine), parameters, transaction, secondsPerCommand, cancellationToken: cancel);
}
