using Microsoft.SqlServer.Dac.Model;
using Reporting.Store.Tests.SqlServer;
using Index = Microsoft.SqlServer.Dac.Model.Index;

namespace Reporting.Store.Tests.SchemaAgreement;

/// <summary>The SQL Server schema as lines of text, one a column or constraint, as the model holds it.</summary>
internal static class SqlServerOutline
{
    public static IReadOnlyList<string> Columns() => SchemaModel.Read(model => Each(model, Table.TypeClass)
        .SelectMany(table => table.GetReferenced(Table.Columns).Select((column, at) =>
            $"{NameOf(table)} {at}. {NameOf(column)} {StorageOf(column)}{(column.GetProperty<bool>(Column.Nullable) ? " null" : "")}"))
        .Order(StringComparer.Ordinal).ToList());

    public static IReadOnlyList<string> Views() => SchemaModel.Read(model => Each(model, View.TypeClass)
        .Select(view => $"{NameOf(view)} ({Names(view.GetReferenced(View.Columns))})")
        .Order(StringComparer.Ordinal).ToList());

    public static IReadOnlyList<string> PrimaryKeys() => SchemaModel.Read(model => Each(model, PrimaryKeyConstraint.TypeClass)
        .Select(key => $"{NameOf(key.GetReferenced(PrimaryKeyConstraint.Host).Single())} {NameOf(key)} "
            + $"({Names(key.GetReferenced(PrimaryKeyConstraint.Columns))})")
        .Order(StringComparer.Ordinal).ToList());

    public static IReadOnlyList<string> ForeignKeys() =>
    [
        .. SchemaKeys.Foreign()
            .Select(key => $"{key.Table} {key.Name} ({string.Join(", ", key.Columns)}) -> {key.Foreign} ({string.Join(", ", key.ForeignColumns)})")
            .Order(StringComparer.Ordinal),
    ];

    public static IReadOnlyList<string> Checks() => SchemaModel.Read(model => Each(model, CheckConstraint.TypeClass)
        .Select(check => $"{NameOf(check.GetReferenced(CheckConstraint.Host).Single())} {NameOf(check)} {check.GetProperty(CheckConstraint.Expression)}")
        .Order(StringComparer.Ordinal).ToList());

    public static IReadOnlyList<string> Indexes() => SchemaModel.Read(model => Each(model, Index.TypeClass)
        .Select(index => $"{NameOf(index.GetReferenced(Index.IndexedObject).Single())} {NameOf(index)} "
            + $"({Names(index.GetReferenced(Index.Columns))}){(index.GetProperty<bool>(Index.Unique) ? " unique" : "")}")
        .Order(StringComparer.Ordinal).ToList());

    private static IEnumerable<TSqlObject> Each(TSqlModel model, ModelTypeClass type) =>
        SchemaModel.Own(model, type);

    private static string Names(IEnumerable<TSqlObject> columns) => string.Join(", ", columns.Select(NameOf));

    private static string NameOf(TSqlObject item) => SchemaKeys.NameOf(item);

    private static string StorageOf(TSqlObject column)
    {
        var type = NameOf(column.GetReferenced(Column.DataType).Single());
        return type switch
        {
            "int" or "bigint" or "bit" => "INTEGER",
            "decimal" => "REAL",
            "char" or "varchar" or "nvarchar" or "datetimeoffset" => "TEXT",
            _ => $"{type} has no twin in SQLite",
        };
    }
}
