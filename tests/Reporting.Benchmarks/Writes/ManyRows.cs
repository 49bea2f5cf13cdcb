using System.Globalization;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;

namespace Reporting.Benchmarks.Writes;

/// <summary>
/// Ways of writing the explanations of one return into SQLite, each in a transaction that is not committed: what a commit
/// costs is the same for all, and hides the rest. What the ways cost on SQL Server, table-valued parameters and OPENJSON
/// among them, needs a SQL Server to be measured.
/// </summary>
public class ManyRows : IDisposable
{
    private static readonly string[] _columns =
        ["Year", "Territory", "Version", "Indicator", "Position", "RuleId", "Clause", "Contribution", "Effect", "Text"];

    private SqliteConnection _connection = null!;
    private object[][] _rows = null!;

    [Params(150, 1_500)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _connection = new SqliteConnection("Data Source=:memory:");
        _connection.Open();
        using var table = _connection.CreateCommand();
        table.CommandText =
            """
            CREATE TABLE ReturnExplanation (
                Year INTEGER NOT NULL, Territory TEXT NOT NULL, Version INTEGER NOT NULL, Indicator TEXT NOT NULL,
                Position INTEGER NOT NULL, RuleId TEXT NOT NULL, Clause TEXT NOT NULL, Contribution INTEGER NULL,
                Effect REAL NOT NULL, Text TEXT NOT NULL,
                CONSTRAINT PK_ReturnExplanation PRIMARY KEY (Year, Territory, Version, Indicator, Position)
            ) STRICT, WITHOUT ROWID;
            """;
        table.ExecuteNonQuery();
        _rows =
        [
            .. Enumerable.Range(0, Rows).Select(n => (object[])
            [
                2025, "243500139", 1, $"IND-{n % 20}", n, "G-DOUBLONS", "Annexe 6, règles générales", n % 5, -1.5 * n,
                "24 personnes déjà comptées dans une autre contribution de la même action",
            ]),
        ];
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _connection.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "one prepared insertion, run for each row")]
    public void Prepared() => Transact(() => Insert(rowsAtOnce: 1));

    [Benchmark(Description = "VALUES of 10 rows")]
    public void TenAtOnce() => Transact(() => Insert(rowsAtOnce: 10));

    [Benchmark(Description = "VALUES of 150 rows")]
    public void ManyAtOnce() => Transact(() => Insert(rowsAtOnce: 150));

    [Benchmark(Description = "json_each over one parameter")]
    public void Json() => Transact(() =>
    {
        using var insert = _connection.CreateCommand();
        insert.CommandText =
            $"INSERT INTO ReturnExplanation SELECT {string.Join(", ", _columns.Select((_, at) => $"value ->> {at}"))} FROM json_each(@Rows);";
        insert.Parameters.AddWithValue("@Rows", JsonSerializer.Serialize(_rows));
        insert.ExecuteNonQuery();
    });

    private void Insert(int rowsAtOnce)
    {
        using var insert = _connection.CreateCommand();
        var places = Enumerable.Range(0, rowsAtOnce).Select(row => $"({string.Join(", ", _columns.Select((_, at) => Name(row, at)))})");
        insert.CommandText = $"INSERT INTO ReturnExplanation ({string.Join(", ", _columns)}) VALUES {string.Join(", ", places)};";
        for (var row = 0; row < rowsAtOnce; row++)
        {
            for (var at = 0; at < _columns.Length; at++)
            {
                insert.Parameters.Add(new SqliteParameter { ParameterName = Name(row, at) });
            }
        }

        for (var done = 0; done < _rows.Length; done += rowsAtOnce)
        {
            for (var row = 0; row < rowsAtOnce; row++)
            {
                for (var at = 0; at < _columns.Length; at++)
                {
                    insert.Parameters[(row * _columns.Length) + at].Value = _rows[done + row][at];
                }
            }

            insert.ExecuteNonQuery();
        }
    }

    private void Transact(Action write)
    {
        using var transaction = _connection.BeginTransaction();
        write();
        transaction.Rollback();
    }

    private static string Name(int row, int at) => string.Create(CultureInfo.InvariantCulture, $"@p{row}_{at}");
}
