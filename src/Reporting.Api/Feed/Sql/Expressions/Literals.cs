using System.Globalization;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Reporting.Api.Feed.Sql.Expressions;

/// <summary>What a URL says literally: always a parameter, and an exact number wherever it is one.</summary>
internal sealed class Literals(SqlParameters parameters)
{
    private const int MostDecimals = 10;
    private const decimal Largest = 1e18m;

    private static readonly char[] Suffixes = ['M', 'm', 'D', 'd', 'F', 'f', 'L', 'l'];

    /// <param name="node">The literal.</param>
    /// <param name="narrow">Whether it stands beside a code, whose index would not serve a wider text.</param>
    public SqlValue Value(ConstantNode node, bool narrow) => node.Value switch
    {
        null => SqlValue.Null,
        bool flag => Value(flag, SqlType.Truth),
        string text => Text(text, narrow),
        byte or sbyte or short or int or long => Integer(Convert.ToInt64(node.Value, CultureInfo.InvariantCulture)),
        decimal or double or float => Number(node),
        DateTimeOffset instant => Instant(instant),
#pragma warning disable CS0618 // The library still returns its own Date, which its next major version replaces with DateOnly.
        Date day => Day(new DateOnly(day.Year, day.Month, day.Day)),
#pragma warning restore CS0618
        _ => throw FeedException.NotImplemented($"Une constante du type {node.TypeReference?.ShortQualifiedName()}"),
    };

    public SqlValue Instant(DateTimeOffset instant) => Value(instant, SqlType.Time);

    public SqlValue Text(string text, bool narrow = false) => new(
        parameters.Add(text, narrow),
        new SqlType.Text(narrow, Tight: !text.EndsWith(' ') && !text.Any(char.IsControl), Collated: false, text.Length),
        Nullable: false)
    { Constant = text };

    public SqlValue Integer(long number) => Value(
        number is >= int.MinValue and <= int.MaxValue ? (object)(int)number : number,
        new SqlType.Number(IsInteger: true, 0, Math.Abs((double)number) + 1));

    public SqlValue Number(decimal number) =>
        Value(number, new SqlType.Number(IsInteger: false, number.Scale, (double)Math.Abs(number) + 1));

    public SqlValue Day(DateOnly day) => Value(day, SqlType.Date);

    private SqlValue Number(ConstantNode node)
    {
        var text = node.LiteralText?.TrimEnd(Suffixes);
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            && exact.Scale <= MostDecimals && Math.Abs(exact) < Largest)
        {
            return Number(exact);
        }

        var number = Convert.ToDouble(node.Value, CultureInfo.InvariantCulture);
        return double.IsFinite(number)
            ? Value(number, new SqlType.Number(IsInteger: false, 0, double.PositiveInfinity))
            : throw FeedException.Malformed("Une valeur infinie ou indéterminée ne se compare à rien.");
    }

    private SqlValue Value(object value, SqlType type) => new(parameters.Add(value), type, Nullable: false) { Constant = value };
}
