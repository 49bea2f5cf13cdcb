namespace Reporting.Store.Transfers;

/// <summary>A table of the schema, with the statements that copy it. They read the same on both engines.</summary>
internal sealed record TransferTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string> Key)
{
    public int RowsAtOnce(Engine engine) => Dialect.RowsAtOnce(engine, Columns.Count);

    public Query Count => new($"SELECT COUNT(*) FROM {Name};");

    public Query Select => new($"SELECT {List(Columns)} FROM {Name} ORDER BY {List(Key)};");

    public Query Insert(int rows) => new($"INSERT INTO {Name} ({List(Columns)}) VALUES {List(Enumerable.Range(0, rows).Select(Placeholders))};");

    public static string Parameter(int position) => $"@p{position}";

    private string Placeholders(int row) =>
        $"({List(Enumerable.Range(row * Columns.Count, Columns.Count).Select(Parameter))})";

    private static string List(IEnumerable<string> items) => string.Join(", ", items);
}
