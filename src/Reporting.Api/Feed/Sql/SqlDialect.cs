using Reporting.Store;

namespace Reporting.Api.Feed.Sql;

/// <summary>What the two engines spell differently.</summary>
internal static class SqlDialect
{
    /// <summary>A column as it is compared and sorted: by code point, on either engine.</summary>
    public static string Comparable(Engine engine, SqlColumn column) =>
        column.Column.Type.Unicode ? Ordinal(engine, column.Sql) : column.Sql;

    public static string Ordinal(Engine engine, string text) =>
        engine is Engine.SqlServer ? $"{text} COLLATE Latin1_General_100_BIN2" : text;

    /// <summary>
    /// Whether the position of a text within another, from 1, is as <paramref name="found"/> says; unknown when either
    /// is null. Every text begins with the empty one, which T-SQL does not find by itself.
    /// </summary>
    public static string Search(Engine engine, string text, string within, string found, bool mayBeEmpty) => (engine, mayBeEmpty) switch
    {
        (Engine.Sqlite, _) => $"instr({within}, {text}) {found}",
        (_, false) => $"CHARINDEX({text}, {within}) {found}",
        (_, true) => $"(CHARINDEX({text}, {within}) {found} OR DATALENGTH({text}) = 0 AND {within} = {within})",
    };

    /// <summary>Whether texts that T-SQL finds equal are so to the last blank.</summary>
    public static string SameLength(string left, string right) =>
        $"DATALENGTH(CAST({left} AS nvarchar(max))) = DATALENGTH(CAST({right} AS nvarchar(max)))";

    public static string Page(Engine engine, string skip, string take) =>
        engine is Engine.SqlServer
            ? $"OFFSET {skip} ROWS FETCH NEXT {take} ROWS ONLY"
            : $"LIMIT {take} OFFSET {skip}";
}
