using Reporting.Api.Feed.Model;
using Reporting.Store;

namespace Reporting.Api.Feed.Sql;

/// <summary>What the two engines spell differently.</summary>
internal static class SqlDialect
{
    /// <summary>A column as it is compared and sorted: by code point, on either engine.</summary>
    public static string Comparable(Engine engine, FeedColumn column) =>
        column.Type.Unicode ? Ordinal(engine, column.Sql) : column.Sql;

    public static string Ordinal(Engine engine, string text) =>
        engine is Engine.SqlServer ? $"{text} COLLATE Latin1_General_100_BIN2" : text;

    /// <summary>The position, from 1, of a text that is not empty within another.</summary>
    public static string Position(Engine engine, string text, string within) =>
        engine is Engine.SqlServer ? $"CHARINDEX({text}, {within})" : $"instr({within}, {text})";

    public static string Page(Engine engine, string skip, string take) =>
        engine is Engine.SqlServer
            ? $"OFFSET {skip} ROWS FETCH NEXT {take} ROWS ONLY"
            : $"LIMIT {take} OFFSET {skip}";
}
