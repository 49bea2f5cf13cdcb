using Dapper;

namespace Reporting.Store.Tests.TdsServers;

/// <summary>What columns and expressions make of values, on SQL Server and on what stands in for it.</summary>
public sealed class ValueTests
{
    private const string Table =
        """
        CREATE TABLE Value (
            Id int NOT NULL,
            Figure decimal(18,2) NULL,
            Code char(4) COLLATE Latin1_General_100_BIN2 NULL,
            Plain varchar(10) NULL,
            Text nvarchar(max) NULL,
            At datetimeoffset(3) NULL,
            Flag bit NULL,
            CONSTRAINT PK_Value PRIMARY KEY (Id)
        );
        """;

    [OnEveryEngine(InTSql = true)]
    public Task A_figure_is_rounded_to_its_column(TestEngine engine) =>
        GivesAsync(engine, "INSERT INTO Value (Id, Figure) VALUES (1, 1.005);", "SELECT Figure FROM Value;", 1.01m);

    [OnEveryEngine(InTSql = true)]
    public Task Figures_are_exact_to_the_last_of_eighteen_digits(TestEngine engine) => GivesAsync(
        engine, "INSERT INTO Value (Id, Figure) VALUES (1, 9999999999999999.99), (2, -0.01);", "SELECT SUM(Figure) FROM Value;", 9999999999999999.98m);

    [OnEveryEngine(InTSql = true)]
    public Task A_code_shorter_than_its_column_is_padded(TestEngine engine) =>
        GivesAsync(engine, "INSERT INTO Value (Id, Code) VALUES (1, 'ab');", "SELECT Code FROM Value WHERE Code = 'ab';", "ab  ");

    [OnEveryEngine(InTSql = true)]
    public Task A_plain_text_keeps_no_character_of_another_alphabet(TestEngine engine) =>
        GivesAsync(engine, "INSERT INTO Value (Id, Plain) VALUES (1, N'é€Ω');", "SELECT Plain FROM Value;", "é€?");

    [OnEveryEngine(InTSql = true)]
    public Task A_long_text_comes_back_whole(TestEngine engine) => GivesAsync(
        engine, $"INSERT INTO Value (Id, Text) VALUES (1, N'{new string('é', 100_000)}');", "SELECT Text FROM Value;", new string('é', 100_000));

    [OnEveryEngine(InTSql = true)]
    public Task Texts_differ_by_accent_and_not_by_case_unless_told(TestEngine engine) => GivesAsync(
        engine,
        "INSERT INTO Value (Id, Plain) VALUES (1, 'été'), (2, 'ÉTÉ'), (3, 'ete'), (4, 'été  ');",
        "SELECT COUNT(*) * 10 + SUM(CASE WHEN Plain = 'été' COLLATE Latin1_General_100_BIN2 THEN 1 ELSE 0 END) FROM Value WHERE Plain = 'Été';",
        32);

    [OnEveryEngine(InTSql = true)]
    public Task Codes_are_compared_by_code_point(TestEngine engine) => GivesAsync(
        engine, "INSERT INTO Value (Id, Code) VALUES (1, 'b'), (2, 'A'), (3, 'a'), (4, 'B');",
        "SELECT MAX(Code) + MIN(Code) FROM Value;", "b   A   ");

    [OnEveryEngine(InTSql = true)]
    public Task Nulls_sort_first(TestEngine engine) => GivesAsync(
        engine, "INSERT INTO Value (Id, Figure) VALUES (1, 0), (2, NULL), (3, -1);", "SELECT TOP (1) Id FROM Value ORDER BY Figure;", 2);

    [OnEveryEngine(InTSql = true)]
    public Task A_missing_figure_joins_no_comparison(TestEngine engine) => GivesAsync(
        engine, "INSERT INTO Value (Id, Figure) VALUES (1, 0), (2, NULL);",
        "SELECT COUNT(*) FROM Value WHERE Figure = 0 OR NOT (Figure = 0);", 1);

    [OnEveryEngine(InTSql = true)]
    public Task An_instant_is_rounded_to_the_millisecond(TestEngine engine) => GivesAsync(
        engine, "INSERT INTO Value (Id, At) VALUES (1, '2026-03-31T12:00:00.0005Z');", "SELECT At FROM Value;",
        new DateTimeOffset(2026, 3, 31, 12, 0, 0, 1, TimeSpan.Zero));

    [OnEveryEngine(InTSql = true)]
    public Task Any_number_but_nought_is_true(TestEngine engine) =>
        GivesAsync(engine, "INSERT INTO Value (Id, Flag) VALUES (1, 7);", "SELECT Flag FROM Value;", true);

    [OnEveryEngine(InTSql = true)]
    public Task The_empty_text_is_at_no_position(TestEngine engine) =>
        GivesAsync(engine, "", "SELECT CHARINDEX('', 'abc') * 100 + CHARINDEX('B', 'abc') * 10 + DATALENGTH(N'abc');", 26);

    [OnEveryEngine(InTSql = true)]
    public Task Rows_of_a_JSON_text_have_the_types_that_they_are_given(TestEngine engine) => GivesAsync(
        engine,
        """
        INSERT INTO Value (Id, Figure, Text, Flag)
        SELECT Id, Figure, Text, Flag
        FROM OPENJSON(N'[{"Id":1,"Figure":1234567890123.45,"Text":"l''été","Flag":true},{"Id":2,"Text":null}]')
            WITH (Id int, Figure decimal(18,2), Text nvarchar(max), Flag bit);
        """,
        "SELECT COUNT(*) + SUM(Figure) FROM Value WHERE Flag = 1 AND Text = N'l''été';", 1234567890124.45m);

    private static async Task GivesAsync<T>(TestEngine engine, string given, string asked, T expected)
    {
        await using var store = await OpenStore.WithAsync(engine, Table + given);
        Assert.Equal(expected, await store.Connection.QuerySingleAsync<T>(asked));
    }
}
