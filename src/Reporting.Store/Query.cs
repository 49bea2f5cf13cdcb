using System.Globalization;
using System.Text.RegularExpressions;

namespace Reporting.Store;

/// <summary>
/// One SQL text, with its T-SQL twin only where the engines differ. Each is a static field beside the method that
/// runs it, which is how the tests find every one and compile it against the SQL Server schema.
/// </summary>
public sealed partial class Query(string text, string? sqlServer = null)
{
    internal string For(Engine engine) => engine is Engine.SqlServer && sqlServer is not null ? sqlServer : text;

    /// <summary>The parameters of the one row that an insertion inserts, in order; none when it is not one.</summary>
    internal IReadOnlyList<string> RowParameters =>
        [.. Parameter().Matches(Row().Match(text).Value).Select(parameter => parameter.Value)];

    /// <summary>The same insertion for several rows at once: the parameters of each carry its number.</summary>
    internal Query ForRows(int rows)
    {
        var row = Row().Match(text);
        var numbered = Enumerable.Range(0, rows).Select(number => Parameter().Replace(
            row.Value, parameter => string.Create(CultureInfo.InvariantCulture, $"{parameter.Value}_{number}")));
        return new($"{text[..row.Index]}{string.Join(", ", numbered)};");
    }

    [GeneratedRegex(@"(?<=\bVALUES\s*)\([^()]*\)(?=\s*;?\s*$)")]
    private static partial Regex Row();

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();
}
