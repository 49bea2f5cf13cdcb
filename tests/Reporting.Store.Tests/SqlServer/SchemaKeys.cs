using Microsoft.SqlServer.Dac.Model;
using Index = Microsoft.SqlServer.Dac.Model.Index;

namespace Reporting.Store.Tests.SqlServer;

/// <summary>Keys and indexes of the SQL Server schema, by name and column.</summary>
internal static class SchemaKeys
{
    public static IReadOnlyList<ForeignKey> Foreign() => SchemaModel.Read(model => model
        .GetObjects(DacQueryScopes.UserDefined, ForeignKeyConstraint.TypeClass)
        .Select(key => new ForeignKey(
            NameOf(key),
            NameOf(key.GetReferenced(ForeignKeyConstraint.Host).Single()),
            [.. key.GetReferenced(ForeignKeyConstraint.Columns).Select(NameOf)],
            NameOf(key.GetReferenced(ForeignKeyConstraint.ForeignTable).Single()),
            [.. key.GetReferenced(ForeignKeyConstraint.ForeignColumns).Select(NameOf)]))
        .ToList());

    /// <summary>The columns of every index of a table, its primary key included.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Indexes(string table) => SchemaModel.Read(model =>
    {
        var found = model.GetObjects(Table.TypeClass, new ObjectIdentifier("dbo", table), DacQueryScopes.UserDefined).Single();
        return found.GetReferencing(Index.IndexedObject)
            .Select(index => index.GetReferenced(Index.Columns))
            .Concat(found.GetReferencing(PrimaryKeyConstraint.Host)
                .Select(key => key.GetReferenced(PrimaryKeyConstraint.Columns)))
            .Select(columns => (IReadOnlyList<string>)[.. columns.Select(NameOf)])
            .ToList();
    });

    public static string NameOf(TSqlObject item) => item.Name.Parts[^1];

    internal sealed record ForeignKey(
        string Name, string Table, IReadOnlyList<string> Columns, string Foreign, IReadOnlyList<string> ForeignColumns);
}
