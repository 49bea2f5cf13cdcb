using System.Data.Common;

namespace Reporting.Store.Transfers;

/// <summary>Copies the rows of one table: one by one into SQLite, which a prepared statement serves best, and as many at once as SQL Server takes, which saves round trips.</summary>
internal static class TableCopy
{
    public static async Task RunAsync(
        Session from, Session to, TransferTable table, Action<int> copied, CancellationToken cancel)
    {
        var atOnce = table.RowsAtOnce(to.Engine);
        await using var rows = await from.ReadAsync(table.Select);
        await using var insert = Prepare(to, table, atOnce);
        var pending = 0;
        while (await rows.ReadAsync(cancel))
        {
            Fill(insert, pending, rows);
            if (++pending == atOnce)
            {
                copied(await insert.ExecuteNonQueryAsync(cancel));
                pending = 0;
            }
        }

        if (pending > 0)
        {
            await using var rest = Prepare(to, table, pending);
            for (var position = 0; position < rest.Parameters.Count; position++)
            {
                ColumnTypes.Set(rest.Parameters[position], insert.Parameters[position].Value!);
            }

            copied(await rest.ExecuteNonQueryAsync(cancel));
        }
    }

    private static DbCommand Prepare(Session to, TransferTable table, int rows)
    {
        var insert = to.CreateCommand(table.Insert(rows));
        for (var position = 0; position < rows * table.Columns.Count; position++)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = TransferTable.Parameter(position);
            insert.Parameters.Add(parameter);
        }

        return insert;
    }

    private static void Fill(DbCommand insert, int row, DbDataReader rows)
    {
        for (var column = 0; column < rows.FieldCount; column++)
        {
            ColumnTypes.Set(insert.Parameters[(row * rows.FieldCount) + column], rows.GetValue(column));
        }
    }
}
