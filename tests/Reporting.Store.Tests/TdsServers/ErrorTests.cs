using Dapper;
using Microsoft.Data.SqlClient;

namespace Reporting.Store.Tests.TdsServers;

/// <summary>The errors that the store tells apart. SQL Server must answer them, and what stands in for it no less.</summary>
public sealed class ErrorTests
{
    private const string Tables =
        """
        CREATE TABLE Parent (
            Code varchar(4) COLLATE Latin1_General_100_BIN2 NOT NULL,
            Label nvarchar(5) NOT NULL,
            Figure decimal(5,2) NULL,
            Flag bit NULL,
            At datetimeoffset(3) NULL,
            CONSTRAINT PK_Parent PRIMARY KEY CLUSTERED (Code),
            CONSTRAINT CK_Parent_Figure CHECK (Figure >= 0)
        );
        CREATE UNIQUE INDEX UX_Parent_Label ON Parent (Label);
        CREATE TABLE Child (
            Id int NOT NULL,
            Parent varchar(4) COLLATE Latin1_General_100_BIN2 NULL,
            CONSTRAINT PK_Child PRIMARY KEY (Id),
            CONSTRAINT FK_Child_Parent FOREIGN KEY (Parent) REFERENCES Parent (Code)
        );
        INSERT INTO Parent (Code, Label) VALUES ('a', N'Alpha');
        INSERT INTO Child (Id, Parent) VALUES (1, 'a');
        """;

    [OnEveryEngine(InTSql = true)]
    public Task A_second_row_of_the_same_primary_key_is_2627_and_named(TestEngine engine) =>
        FailsAsync(engine, 2627, "'PK_Parent'", "INSERT INTO Parent (Code, Label) VALUES ('a', N'Other');");

    [OnEveryEngine(InTSql = true)]
    public Task A_second_row_of_a_unique_index_is_2601_and_named_whatever_the_case(TestEngine engine) =>
        FailsAsync(engine, 2601, "'UX_Parent_Label'", "INSERT INTO Parent (Code, Label) VALUES ('A', N'ALPHA');");

    [OnEveryEngine(InTSql = true)]
    public Task A_child_without_its_parent_is_547_and_named(TestEngine engine) =>
        FailsAsync(engine, 547, "\"FK_Child_Parent\"", "INSERT INTO Child (Id, Parent) VALUES (2, 'b');");

    [OnEveryEngine(InTSql = true)]
    public Task A_parent_with_a_child_cannot_go(TestEngine engine) =>
        FailsAsync(engine, 547, "\"FK_Child_Parent\"", "DELETE FROM Parent WHERE Code = 'a';");

    [OnEveryEngine(InTSql = true)]
    public Task A_parent_with_a_child_keeps_its_key(TestEngine engine) =>
        FailsAsync(engine, 547, "\"FK_Child_Parent\"", "UPDATE Parent SET Code = 'b' WHERE Code = 'a';");

    [OnEveryEngine(InTSql = true)]
    public Task What_a_check_refuses_is_547_and_named(TestEngine engine) =>
        FailsAsync(engine, 547, "\"CK_Parent_Figure\"", "UPDATE Parent SET Figure = -0.01;");

    [OnEveryEngine(InTSql = true)]
    public Task Nothing_where_something_must_be_is_515(TestEngine engine) =>
        FailsAsync(engine, 515, "'Label'", "INSERT INTO Parent (Code) VALUES ('b');");

    [OnEveryEngine(InTSql = true)]
    public Task A_text_longer_than_its_column_is_2628(TestEngine engine) =>
        FailsAsync(engine, 2628, "'Label'", "INSERT INTO Parent (Code, Label) VALUES ('b', N'Longer');");

    [OnEveryEngine(InTSql = true)]
    public Task A_figure_of_too_many_digits_is_8115(TestEngine engine) =>
        FailsAsync(engine, 8115, "numeric", "UPDATE Parent SET Figure = 1000;");

    [OnEveryEngine(InTSql = true)]
    public Task A_text_that_is_no_instant_is_241(TestEngine engine) =>
        FailsAsync(engine, 241, "date", "UPDATE Parent SET At = 'jamais';");

    [OnEveryEngine(InTSql = true)]
    public Task A_table_that_is_not_there_is_208(TestEngine engine) =>
        FailsAsync(engine, 208, "'Nowhere'", "SELECT Code FROM Nowhere;");

    [OnEveryEngine(InTSql = true)]
    public Task A_column_that_is_not_there_is_207(TestEngine engine) =>
        FailsAsync(engine, 207, "'Nothing'", "SELECT Nothing FROM Parent;");

    [OnEveryEngine(InTSql = true)]
    public Task A_variable_that_is_not_there_is_137(TestEngine engine) =>
        FailsAsync(engine, 137, "@Nothing", "SELECT Code FROM Parent WHERE Code = @Nothing;");

    [OnEveryEngine(InTSql = true)]
    public async Task Two_collations_cannot_be_compared_unasked(TestEngine engine)
    {
        await using var connection = await OpenAsync(engine);
        await FailsAsync(connection.Connection, 468, "collation", "SELECT Code FROM Parent WHERE Code = Label;");
    }

    [OnEveryEngine(InTSql = true)]
    public async Task A_breach_undoes_its_statement_and_leaves_the_transaction_open(TestEngine engine)
    {
        await using var store = await OpenAsync(engine);
        await using var transaction = (SqlTransaction)await store.Connection.BeginTransactionAsync();
        await store.Connection.ExecuteAsync("INSERT INTO Parent (Code, Label) VALUES ('b', N'Beta');", transaction: transaction);
        await Assert.ThrowsAsync<SqlException>(() => store.Connection.ExecuteAsync(
            "INSERT INTO Parent (Code, Label) VALUES ('c', N'Gamma'), ('a', N'Twice');", transaction: transaction));
        await transaction.CommitAsync();
        Assert.Equal(["a", "b"], await store.Connection.QueryAsync<string>("SELECT Code FROM Parent ORDER BY Code;"));
    }

    private static async Task FailsAsync(TestEngine engine, int number, string named, string sql)
    {
        await using var store = await OpenAsync(engine);
        await FailsAsync(store.Connection, number, named, sql);
    }

    private static async Task FailsAsync(SqlConnection connection, int number, string named, string sql)
    {
        var error = await Assert.ThrowsAsync<SqlException>(() => connection.ExecuteAsync(sql));
        Assert.Equal(number, error.Number);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    private static Task<OpenStore> OpenAsync(TestEngine engine) => OpenStore.WithAsync(engine, Tables);
}
