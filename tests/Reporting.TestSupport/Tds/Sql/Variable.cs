namespace Reporting.TestSupport.Tds.Sql;

/// <summary>A parameter or a declared variable, with its value as SQLite keeps it.</summary>
internal sealed record Variable(SqlType Type, object? Value);
