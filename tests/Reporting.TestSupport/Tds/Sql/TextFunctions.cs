using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>
/// Functions on texts. SQL Server counts in units of sixteen bits, unless a collation has it count a character beyond
/// them as one; SQLite only ever counts characters.
/// </summary>
internal static class TextFunctions
{
    public static void Register(SqliteConnection connection)
    {
        connection.CreateFunction("tds_len", (string? text, bool byCharacter) =>
            text is null ? null : (long?)Count(text.TrimEnd(' '), byCharacter));
        connection.CreateFunction("tds_datalength", (string? text) => (long?)text?.Length);
        connection.CreateFunction("tds_substring", (string? text, long? start, long? length, bool byCharacter) =>
            text is null || start is null || length is null ? null
            : length < 0 ? throw new SqliteException(new TdsError(537, 16, "Invalid length parameter passed to the LEFT or SUBSTRING function.").Encode(), SQLitePCL.raw.SQLITE_ERROR)
            : Part(text, start.Value - 1, length.Value, byCharacter));
        connection.CreateFunction("tds_charindex", (string? text, string? within, long collation) => text is null || within is null
            ? null
            : (long?)(text.Length == 0 ? 0 : 1 + CultureInfo.InvariantCulture.CompareInfo.IndexOf(
                within, text, Options((Collation)collation))));
        connection.CreateFunction("tds_lower", (string? text) => text?.ToLowerInvariant());
        connection.CreateFunction("tds_upper", (string? text) => text?.ToUpperInvariant());
    }

    /// <summary>The call translated, or null when it is none of these functions.</summary>
    public static Expr? Translate(string name, Expr[] arguments) => (name, arguments) switch
    {
        ("LEN", [{ Type.IsText: true } text]) => new($"tds_len({text.Sql}, {ByCharacter(text)})", SqlType.Int),
        ("CHARINDEX", [{ Type.IsText: true } text, { Type.IsText: true } within]) => new(
            string.Create(CultureInfo.InvariantCulture, $"tds_charindex({text.Sql}, {within.Sql}, {(int)SqlType.Common(text.Type, within.Type).Collation})"), SqlType.Int),
        ("DATALENGTH", [{ Type.IsText: true } text]) => new(
            $"({(text.Type.Kind is SqlKind.NVarChar ? 2 : 1)} * tds_datalength({text.Sql}))", SqlType.Int),
        ("UPPER" or "LOWER", [{ Type.IsText: true } text]) => new($"tds_{name.ToLowerInvariant()}({text.Sql})", text.Type),
        ("LTRIM" or "RTRIM" or "TRIM", [{ Type.IsText: true } text]) => new($"{name}({text.Sql}, ' ')", text.Type),
        ("TRIM", [{ Type.IsText: true } blanks, { Type.IsText: true } text]) => new($"TRIM({text.Sql}, {blanks.Sql})", text.Type),
        ("SUBSTRING", [{ Type.IsText: true } text, var start, var length]) => new(
            $"tds_substring({text.Sql}, {start.Sql}, {length.Sql}, {ByCharacter(text)})", text.Type),
        _ => null,
    };

    private static int ByCharacter(Expr text) => text.Type.Collation is Collation.Supplementary ? 1 : 0;

    private static CompareOptions Options(Collation collation) => collation switch
    {
        Collation.Default => CompareOptions.IgnoreCase,
        Collation.WithoutAccents => CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace,
        Collation.Binary or Collation.Supplementary => CompareOptions.Ordinal,
        _ => throw new ArgumentOutOfRangeException(nameof(collation)),
    };

    private static int Count(string text, bool byCharacter) => byCharacter ? text.EnumerateRunes().Count() : text.Length;

    // What lies before the text takes from the length.
    private static string Part(string text, long start, long length, bool byCharacter)
    {
        var end = Math.Min(start + length, Count(text, byCharacter));
        var from = Math.Max(start, 0);
        return end <= from ? ""
            : byCharacter ? string.Concat(text.EnumerateRunes().Skip((int)from).Take((int)(end - from)))
            : text[(int)from..(int)end];
    }
}
