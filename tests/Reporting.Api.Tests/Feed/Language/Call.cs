using System.Globalization;
using System.Text;

namespace Reporting.Api.Tests.Feed.Language;

/// <summary>A function (sections 5.1.1.5 to 5.1.1.10): of null it makes null, and characters are those of Unicode.</summary>
internal sealed record Call(Shape Shape, string Function, params IReadOnlyList<Expression> Arguments) : Expression(Shape)
{
    /// <summary>The type that a cast is to.</summary>
    public string? Type { get; init; }

    public override string Text => $"{Function}({string.Join(',', Arguments.Select(argument => argument.Text).Concat(Type is null ? [] : [Type]))})";

    public override object? Value(Scope scope)
    {
        object?[] arguments = [.. Arguments.Select(argument => argument.Value(scope))];
        return arguments.Contains(null) ? null : (Function, arguments) switch
        {
            ("contains", [string within, string text]) => within.Contains(text, StringComparison.Ordinal),
            ("startswith", [string within, string text]) => within.StartsWith(text, StringComparison.Ordinal),
            ("endswith", [string within, string text]) => within.EndsWith(text, StringComparison.Ordinal),
            ("length", [string text]) => Length(text),
            ("indexof", [string within, string text]) => within.IndexOf(text, StringComparison.Ordinal) is var at and >= 0 ? Length(within[..at]) : -1m,
            ("substring", [string text, decimal start]) => Substring(text, start, decimal.MaxValue),
            ("substring", [string text, decimal start, decimal length]) => Substring(text, start, length),
            ("tolower", [string text]) => text.ToLowerInvariant(),
            ("toupper", [string text]) => text.ToUpperInvariant(),
            ("trim", [string text]) => text.Trim(),
            ("concat", [string left, string right]) => left + right,
            ("year", [DateTimeOffset time]) => (decimal)time.Year,
            ("month", [DateTimeOffset time]) => (decimal)time.Month,
            ("day", [DateTimeOffset time]) => (decimal)time.Day,
            ("year", [DateOnly day]) => (decimal)day.Year,
            ("month", [DateOnly day]) => (decimal)day.Month,
            ("day", [DateOnly day]) => (decimal)day.Day,
            ("hour", [DateTimeOffset time]) => (decimal)time.Hour,
            ("minute", [DateTimeOffset time]) => (decimal)time.Minute,
            ("second", [DateTimeOffset time]) => (decimal)time.Second,
            ("fractionalseconds", [DateTimeOffset time]) => time.Ticks % TimeSpan.TicksPerSecond / (decimal)TimeSpan.TicksPerSecond,
            ("date", [DateTimeOffset time]) => DateOnly.FromDateTime(time.DateTime),
            ("round", [decimal number]) => Math.Round(number, MidpointRounding.AwayFromZero),
            ("floor", [decimal number]) => Math.Floor(number),
            ("ceiling", [decimal number]) => Math.Ceiling(number),
            ("cast", [decimal number]) => Type is "Edm.String" ? number.ToString("0", CultureInfo.InvariantCulture) : number,
            ("cast", [DateTimeOffset time]) => DateOnly.FromDateTime(time.DateTime),
            _ => throw new ArgumentException(Text),
        };
    }

    private static decimal Length(string text) => text.EnumerateRunes().Count();

    private static string Substring(string text, decimal start, decimal length) => text.EnumerateRunes()
        .Where((_, at) => at >= Math.Max(0, start) && at - Math.Max(0, start) < length)
        .Aggregate(new StringBuilder(), (built, rune) => built.Append(rune)).ToString();
}
