using System.Globalization;
using Microsoft.Data.Sqlite;
using Reporting.Domain.Catalogue;
using Reporting.Store;
using Reporting.Store.Journal;

namespace Reporting.Benchmarks.Feed;

/// <summary>A store as the service makes it, with as many figures as wanted: years of returns of imaginary territories.</summary>
internal static class FeedStore
{
    private const int FiguresPerReturn = 20;
    private const int Years = 20;
    private const int FirstYear = 2010;

    public static async Task<string> MakeAsync(string folder, int figures)
    {
        Directory.CreateDirectory(folder);
        var path = Path.GetFullPath(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"feed-{figures}.db")));
        if (!File.Exists(path))
        {
            var made = path + ".part";
            File.Delete(made);
            using (var database = new Database(StoreOptions.OfFile(made), TimeProvider.System))
            {
                await new SchemaInstaller(database, TimeProvider.System).InstallAsync(Author.Service, default);
                await using var connection = (SqliteConnection)await database.OpenAsync(default);
                Fill(connection, Math.Max(figures / (Years * FiguresPerReturn), 1));
            }

            File.Move(made, path);
        }

        return path;
    }

    private static void Fill(SqliteConnection connection, int territories)
    {
        Insertions.Clear(); // they belong to the connection of another store
        using var transaction = connection.BeginTransaction();
        var random = new Random(20260301);
        var indicators = Indicators.All.Take(FiguresPerReturn).ToList();
        foreach (var axis in Axis.All)
        {
            Insert(connection, "Axis", axis.Code, axis.Label, axis.Number);
        }

        foreach (var (indicator, at) in indicators.Select((indicator, at) => (indicator, at)))
        {
            Insert(connection, "Indicator", indicator.Code, indicator.Axis.Code, indicator.Label, indicator.Unit, "annee", at);
        }

        string[] sirens = [.. Enumerable.Range(0, territories).Select(at => (200_000_000 + (7 * at)).ToString(CultureInfo.InvariantCulture))];
        foreach (var (siren, at) in sirens.Select((siren, at) => (siren, at)))
        {
            Insert(connection, "Territory", siren, null, $"Métropole de l'essai n° {at}", "METRO", $"{(at % 95) + 1:00}", $"{(at % 13) + 11}", 100_000 + at, 2024, null);
        }

        foreach (var year in Enumerable.Range(FirstYear, Years))
        {
            Insert(connection, "Campaign", year, $"{year + 1}-02-28T23:00:00.000Z", $"{year + 1}-03-31T22:00:00.000Z");
            foreach (var siren in sirens)
            {
                Insert(connection, "ReturnVersion", year, siren, 1, "2025-03-11T08:00:00.000Z", "essai", "d", "annexe6-2025.1", 1, "{}", "[]");
                Insert(connection, "ReturnEvent", year, siren, 1, 1, "brouillon", "2025-03-11T08:00:00.000Z", "essai");
                Insert(connection, "ReturnEvent", year, siren, 2, 1, "deposee", "2025-03-11T09:30:00.000Z", "essai");
                foreach (var indicator in indicators)
                {
                    var value = random.Next(0, 300_000) / 100.0;
                    double? target = random.Next(5) == 0 ? null : random.Next(100, 2_000);
                    Insert(
                        connection, "ReturnLine", year, siren, 1, indicator.Code, target, value, value, Math.Max(0, value - 10), value,
                        target is null ? null : Math.Round(value / target.Value, 4), random.Next(7) == 0 ? 1 : 0, random.Next(11) == 0 ? 1 : 0, 0, null,
                        random.Next(9) == 0 ? "Compté à 50 % au 1er semestre" : null);
                }
            }
        }

        transaction.Commit();
    }

    private static readonly Dictionary<string, SqliteCommand> Insertions = [];

    private static void Insert(SqliteConnection connection, string table, params object?[] values)
    {
        if (!Insertions.TryGetValue(table, out var insert))
        {
            insert = connection.CreateCommand();
            insert.CommandText = $"INSERT INTO {table} ({Columns(connection, table, values.Length)}) VALUES ({string.Join(", ", values.Select((_, at) => $"@p{at}"))});";
            insert.Parameters.AddRange(values.Select((_, at) => new SqliteParameter($"@p{at}", null)));
            Insertions[table] = insert;
        }

        for (var at = 0; at < values.Length; at++)
        {
            insert.Parameters[at].Value = values[at] ?? DBNull.Value;
        }

        insert.ExecuteNonQuery();
    }

    // Later scripts add columns behind the first ones.
    private static string Columns(SqliteConnection connection, string table, int count)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info(@Table) ORDER BY cid LIMIT @Count;";
        command.Parameters.AddWithValue("@Table", table);
        command.Parameters.AddWithValue("@Count", count);
        using var rows = command.ExecuteReader();
        var names = new List<string>();
        while (rows.Read())
        {
            names.Add(rows.GetString(0));
        }

        return string.Join(", ", names);
    }
}
