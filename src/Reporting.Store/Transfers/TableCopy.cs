using System.Runtime.CompilerServices;
using Dapper;

namespace Reporting.Store.Transfers;

/// <summary>Copies the rows of one table, as many in a statement as SQL Server takes.</summary>
internal static class TableCopy
{
    /// <returns>After each statement, how many rows it added.</returns>
    public static async IAsyncEnumerable<int> RunAsync(
        Session from, Session to, TransferTable table, [EnumeratorCancellation] CancellationToken cancel)
    {
        var full = table.Insert(table.RowsAtOnce);
        await using var rows = await from.ReadAsync(table.Select);
        var values = new List<object?>();
        while (await rows.ReadAsync(cancel))
        {
            for (var column = 0; column < table.Columns.Count; column++)
            {
                values.Add(ToParameter(rows.GetValue(column)));
            }

            if (values.Count == table.RowsAtOnce * table.Columns.Count)
            {
                yield return await to.ExecuteAsync(full, Parameters(values));
                values.Clear();
            }
        }

        if (values.Count > 0)
        {
            yield return await to.ExecuteAsync(table.Insert(values.Count / table.Columns.Count), Parameters(values));
        }
    }

    // SQLite keeps figures in binary: SQL Server is to be given the decimals that they stand for.
    private static object? ToParameter(object value) => value switch
    {
        DBNull => null,
        double => ColumnTypes.ToFigure(value),
        _ => value,
    };

    private static DynamicParameters Parameters(List<object?> values)
    {
        var parameters = new DynamicParameters();
        for (var position = 0; position < values.Count; position++)
        {
            parameters.Add(TransferTable.Parameter(position), values[position]);
        }

        return parameters;
    }
}
