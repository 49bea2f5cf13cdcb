using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Reporting.TestSupport.Tds;

/// <summary>An error as SQL Server numbers and words it, or the stand-in's own refusal of what it does not know.</summary>
internal sealed class TdsError(int number, byte severity, string message, byte state = 1) : Exception(message)
{
    // The engine's own number for "this is not supported"; the text says who does not support it.
    private const int NotSupported = 40517;
    private const char Mark = '\u241F';

    private static readonly int[] _statementOnly = [515, 547, 2601, 2627, 2628, 3726, 8115];

    public int Number => number;

    public byte Severity => severity;

    public byte State => state;

    /// <summary>Whether the statements that follow in the batch still run, as after the breach of a constraint.</summary>
    public bool EndsStatementOnly => _statementOnly.Contains(number);

    /// <summary>Whether the transaction is lost with the statement, as for a deadlock's victim.</summary>
    public bool RollsBack => number is 1205 or 241 or 245 or 8114;

    public bool EndsConnection => severity >= 20;

    public static TdsError Unknown(string what) =>
        new(NotSupported, 16, $"The TDS stand-in for tests does not know {what}. It is not SQL Server: teach it, or run against a real one.");

    public static TdsError NoColumn(string name) => new(207, 16, $"Invalid column name '{name}'.");

    public static TdsError NoObject(string name) => new(208, 16, $"Invalid object name '{name}'.");

    public static TdsError Overflow(string type) =>
        new(8115, 16, $"Arithmetic overflow error converting expression to data type {type}.");

    /// <summary>The error as a text that SQLite carries through a function or a trigger.</summary>
    public string Encode() => string.Create(CultureInfo.InvariantCulture, $"{Mark}{number}{Mark}{severity}{Mark}{Message}{Mark}");

    /// <summary>The error that SQLite carried, or null when the failure is SQLite's own.</summary>
    public static TdsError? Decode(SqliteException failure) =>
        failure.Message.Split(Mark) is [_, var number, var severity, var message, ..]
            ? new(int.Parse(number, CultureInfo.InvariantCulture), byte.Parse(severity, CultureInfo.InvariantCulture), message)
            : null;
}
