using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.OData.Edm;

namespace Reporting.Api.Tests.Feed.Language;

/// <summary>What URLs say literally, or by the alias of a parameter.</summary>
internal static partial class Literals
{
    public static readonly Literal Null = new(default, "null", null);

    private static readonly Literal[] _integers = [.. new[] { "0", "1", "2", "-1", "7", "25", "2018", "2024" }.Select(Number)];

    private static readonly Literal[] _decimals = [.. new[] { "0.5", "1.50", "-1.5", "1e0", "12.34", "12.34M", "0.01", "1.0", "3.333" }.Select(Number)];

    private static readonly Literal[] _texts = [.. LanguageFeed.Texts.Append("METRO").Select(Text)];

    private static readonly Literal[] _flags = [new(Shape.Flag, "true", true), new(Shape.Flag, "false", false)];

    private static readonly Literal[] _instants =
    [
        .. new[] { "2025-03-01T00:00:00Z", "2025-03-01T01:00:00.001+01:00", "2025-06-30T12:05:07.25Z", "2025-12-31T18:59:59.9990001-05:00", "2026-01-15T10:00Z" }
            .Select(text => new Literal(Shape.Instant, text, DateTimeOffset.Parse(text, CultureInfo.InvariantCulture))),
        new(Shape.Instant, "now()", new DateTimeOffset(2026, 6, 30, 8, 0, 0, TimeSpan.Zero)),
    ];

    private static readonly Literal[] _days =
        [.. new[] { "2025-03-01", "2025-06-30", "2024-02-29" }.Select(text => new Literal(Shape.Day, text, DateOnly.Parse(text, CultureInfo.InvariantCulture)))];

    private static readonly Literal[] _all = [.. _integers, .. _decimals, .. _texts, .. _flags, .. _instants, .. _days, Null];

    public static Gen<Expression> Integers => Any(_integers);

    public static Gen<Expression> Decimals => Any(_decimals);

    public static Gen<Expression> Texts => Any(_texts);

    public static Gen<Expression> Flags => Any(_flags);

    public static Gen<Expression> Instants => Any(_instants);

    public static Gen<Expression> Days => Any(_days);

    public static Gen<Expression> Nulls => Any([Null]);

    /// <summary>Lists for <c>in</c>, of literals of one type.</summary>
    public static Gen<List<Literal>> List(Shape of) => Gen.OneOf(of.Kind switch
    {
        EdmPrimitiveTypeKind.Int64 => _integers,
        EdmPrimitiveTypeKind.Decimal => _decimals,
        EdmPrimitiveTypeKind.String => _texts,
        EdmPrimitiveTypeKind.DateTimeOffset => _instants[..^1],
        _ => throw new ArgumentException($"{of.Kind}"),
    }).List[1, 3];

    /// <summary>The options that say what the aliases in a text stand for.</summary>
    public static IEnumerable<(string Name, string Value)> Aliases(string text) =>
        Alias().Matches(text).Select(match => match.Value).Distinct().Select(name => (name, _all[int.Parse(name[2..], CultureInfo.InvariantCulture)].Written));

    private static Gen<Expression> Any(Literal[] literals) => Gen.Select(Gen.OneOf(literals), Gen.Int[0, 7], (literal, alias) =>
        alias == 0 ? (Expression)new Named($"@p{Array.IndexOf(_all, literal)}", literal) : literal);

    private static Literal Number(string text)
    {
        var number = decimal.Parse(text.TrimEnd('M'), NumberStyles.Float, CultureInfo.InvariantCulture);
        var isInteger = text.All(character => char.IsDigit(character) || character == '-');
        return new(new(isInteger ? EdmPrimitiveTypeKind.Int64 : EdmPrimitiveTypeKind.Decimal, (double)Math.Abs(number) + 1, number.Scale), text, number);
    }

    private static Literal Text(string text) =>
        new(Shape.Text(text.Length), $"'{text.Replace("'", "''", StringComparison.Ordinal)}'", text);

    [GeneratedRegex(@"@p\d+")]
    private static partial Regex Alias();
}
