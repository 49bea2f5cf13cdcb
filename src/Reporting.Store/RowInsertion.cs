using System.Data.Common;
using System.Reflection;

namespace Reporting.Store;

/// <summary>
/// Inserts rows: into SQLite one by one, which a prepared statement serves best, and into SQL Server as many in one
/// round trip as a statement takes. Each parameter has the name of a property of the rows.
/// </summary>
internal static class RowInsertion
{
    public static async Task RunAsync<T>(Session session, Query query, IReadOnlyList<T> rows, CancellationToken cancel)
    {
        PropertyInfo[] columns = [.. query.RowParameters.Select(parameter => typeof(T).GetProperty(parameter[1..])!)];
        var atOnce = Dialect.RowsAtOnce(session.Engine, columns.Length);
        for (var done = 0; done < rows.Count;)
        {
            var count = Math.Min(atOnce, rows.Count - done);
            await using var insert = Prepare(session, query, columns, count);
            // One command serves every row or group of rows that is as large.
            do
            {
                for (var row = 0; row < count; row++)
                {
                    Fill(insert, row, columns, rows[done + row]!);
                }

                await insert.ExecuteNonQueryAsync(cancel);
                done += count;
            }
            while (rows.Count - done >= count);
        }
    }

    private static DbCommand Prepare(Session session, Query query, PropertyInfo[] columns, int rows)
    {
        var insert = session.CreateCommand(rows == 1 ? query : query.ForRows(rows));
        for (var row = 0; row < rows; row++)
        {
            foreach (var column in columns)
            {
                var parameter = insert.CreateParameter();
                parameter.ParameterName = rows == 1 ? $"@{column.Name}" : $"@{column.Name}_{row}";
                ColumnTypes.Type(parameter, column.PropertyType);
                insert.Parameters.Add(parameter);
            }
        }

        return insert;
    }

    private static void Fill(DbCommand insert, int row, PropertyInfo[] columns, object values)
    {
        for (var column = 0; column < columns.Length; column++)
        {
            ColumnTypes.Set(insert.Parameters[(row * columns.Length) + column], columns[column].GetValue(values) ?? DBNull.Value);
        }
    }
}
