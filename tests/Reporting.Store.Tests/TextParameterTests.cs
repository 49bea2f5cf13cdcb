using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Reporting.Store.Tests;

public sealed class TextParameterTests
{
    private static readonly Query _bytes = new("SELECT LENGTH(@Code);", "SELECT DATALENGTH(@Code);");
    private static readonly CancellationToken _cancel = CancellationToken.None;

    [Theory]
    [InlineData("243500139", DbType.AnsiString, 4000)]
    [InlineData("", DbType.AnsiString, 4000)]
    [InlineData("Évry", DbType.String, 4000)]
    [InlineData("€", DbType.String, 4000)]
    public void SQL_Server_is_given_codes_as_varchar_and_other_texts_as_nvarchar(string text, DbType type, int size)
    {
        var parameter = new SqlParameter();
        new ColumnTypes.TextHandler().SetValue(parameter, text);
        Assert.Equal((type, size, text), (parameter.DbType, parameter.Size, parameter.Value));
    }

    [Fact]
    public void A_long_text_is_given_whole()
    {
        var parameter = new SqlParameter();
        new ColumnTypes.TextHandler().SetValue(parameter, new string('a', 4001));
        Assert.Equal(-1, parameter.Size);
    }

    [Fact]
    public void SQLite_is_given_texts_as_they_are()
    {
        var parameter = new SqliteParameter();
        new ColumnTypes.TextHandler().SetValue(parameter, "243500139");
        Assert.Equal((DbType.String, "243500139"), (parameter.DbType, parameter.Value));
    }

    // DATALENGTH counts bytes: one a character of a varchar, two of an nvarchar.
    [OnEveryEngine]
    public async Task What_a_query_is_given_reaches_the_server_so(TestEngine engine)
    {
        await using var store = await TestStore.CreateEmptyAsync(engine);
        Assert.Equal(9, await store.Database.FindAsync<int>(_bytes, new { Code = "243500139" }, _cancel));
        Assert.Equal(
            engine is TestEngine.Sqlite ? 4 : 8, await store.Database.FindAsync<int>(_bytes, new { Code = "Évry" }, _cancel));
    }
}
