using System.Data.Common;
using Dapper;

namespace Reporting.Store.Tests;

public sealed class DialectTests
{
    private const string InsertAxis = "INSERT INTO Axis (Code, Label, Position) VALUES (@Code, @Label, 1);";

    [OnEveryEngine]
    public async Task A_primary_key_given_twice_is_a_duplicate_in_its_table_only(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await InsertAsync(store, "enfance", "Enfance");
        var error = await Assert.ThrowsAnyAsync<DbException>(() => InsertAsync(store, "enfance", "Emploi"));
        Assert.True(Dialect.IsDuplicate(error, "Axis"));
        Assert.False(Dialect.IsDuplicate(error, "Indicator"));
        Assert.False(Dialect.IsDuplicate(error, "Axi"));
        Assert.False(Dialect.IsAway(error));
    }

    [OnEveryEngine]
    public async Task Another_unique_key_of_the_same_table_is_no_duplicate_of_its_primary_key(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await ExecuteAsync(store, "CREATE UNIQUE INDEX IX_Axis_Label ON Axis (Label);", null);
        await InsertAsync(store, "enfance", "Enfance");
        var error = await Assert.ThrowsAnyAsync<DbException>(() => InsertAsync(store, "emploi", "Enfance"));
        Assert.False(Dialect.IsDuplicate(error, "Axis"));
    }

    [OnEveryEngine]
    public async Task A_missing_parent_is_no_duplicate(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var error = await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync(
            store, "INSERT INTO TerritoryOverlap (Contained, Container) VALUES ('211300553', '200054807');", null));
        Assert.False(Dialect.IsDuplicate(error, "TerritoryOverlap"));
        Assert.False(Dialect.IsAway(error));
    }

    [Theory]
    [InlineData("Violation of PRIMARY KEY constraint 'PK_ReturnEvent'. Cannot insert duplicate key in object 'dbo.ReturnEvent'.")]
    [InlineData("Violation de la contrainte PRIMARY KEY « PK_ReturnEvent ». Impossible d'insérer une clé en double.")]
    public void A_SQL_Server_names_the_key_in_whatever_language_it_speaks(string message)
    {
        Assert.True(Dialect.NamesPrimaryKey(message, "ReturnEvent"));
        Assert.False(Dialect.NamesPrimaryKey(message, "Return"));
        Assert.False(Dialect.NamesPrimaryKey(message, "Event"));
    }

    private static Task InsertAsync(TestStore store, string code, string label) =>
        ExecuteAsync(store, InsertAxis, new { Code = code, Label = label });

    private static async Task ExecuteAsync(TestStore store, string sql, object? parameters)
    {
        await using var connection = await store.Database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync(sql, parameters);
    }
}
