using System.Globalization;
using CsCheck;

namespace Reporting.Api.Tests.Feed;

/// <summary>A filter as a URL says it and as OData means it: true, false or, for what a function makes of null, null.</summary>
internal sealed record Filter(string Text, Func<GeneratedRow, bool?> Holds)
{
    public override string ToString() => Text;
}

/// <summary>An operand of a comparison.</summary>
internal sealed record Term(string Text, Func<GeneratedRow, IComparable?> Value);

internal static class Filters
{
    private static readonly Gen<Term> Null = Gen.Const(new Term("null", _ => null));

    private static readonly Gen<Term> Integers = Gen.OneOf(
        Gen.Const(new Term("Annee", row => (decimal)row.Year)),
        Gen.Int[2022, 2027].Select(year => Constant(year.ToString(CultureInfo.InvariantCulture), (decimal)year)));

    private static readonly Gen<Term> Decimals = Gen.OneOf(
        Gen.Const(new Term("Valeur", row => row.Value)),
        Gen.Const(new Term("Cible", row => row.Target)),
        Gen.Const(new Term("TauxRealisation", row => row.Rate)),
        Gen.OneOf("0", "0.5", "1", "1.50", "2", "-1", "1e0").Select(text =>
            Constant(text, decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))));

    private static readonly Gen<Term> TextColumns = Gen.OneOf(
        new Term("Commentaire", row => Ordinal(row.Comment)),
        new Term("Indicateur", row => Ordinal(row.Indicator)),
        new Term("Territoire", row => Ordinal(row.Territory)));

    private static readonly Gen<Term> Texts = Gen.OneOf(
        TextColumns,
        Gen.OneOf(GeneratedRows.Texts).Select(text =>
            Constant($"'{text.Replace("'", "''", StringComparison.Ordinal)}'", new OrdinalText(text))));

    private static readonly Gen<Term> Flags = Gen.OneOf(
        new Term("Fictif", row => row.Fictitious),
        new Term("Estimation", row => row.Estimated),
        Constant("true", true),
        Constant("false", false));

    private static readonly Gen<Term> Instants = Gen.OneOf(
        Gen.Const(new Term("DeposeLe", row => row.DepositedAt)),
        Gen.OneOf(GeneratedRows.Instants).Select(Gen.Int[-5, 5], Gen.Int[-1, 1]).Select((instant, hours, ticks) =>
        {
            var shifted = instant.AddTicks(ticks).ToOffset(TimeSpan.FromHours(hours));
            return Constant(shifted.ToString("yyyy-MM-ddTHH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture), shifted);
        }));

    private static readonly Gen<Filter> Comparisons = Gen.OneOf(
        Compare(Integers), Compare(Decimals), Compare(Texts), Compare(Flags), Compare(Instants));

    private static readonly Gen<Filter> Searches = Gen.Select(
        Gen.Bool, Texts, Gen.OneOf(Texts, Null), (anywhere, within, text) => new Filter(
            $"{(anywhere ? "contains" : "startswith")}({within.Text},{text.Text})",
            row => (within.Value(row), text.Value(row)) is (OrdinalText whole, OrdinalText part)
                ? anywhere ? whole.Text.Contains(part.Text, StringComparison.Ordinal) : whole.Text.StartsWith(part.Text, StringComparison.Ordinal)
                : null));

    private static readonly Gen<Filter> Leaves = Gen.OneOf(
        Comparisons, Comparisons, Searches,
        Flags.Select(flag => new Filter(flag.Text, row => (bool?)flag.Value(row))));

    public static readonly Gen<Filter> All = OfDepth(4);

    private static Gen<Filter> OfDepth(int depth)
    {
        if (depth == 0)
        {
            return Leaves;
        }

        var inner = OfDepth(depth - 1);
        return Gen.OneOf(
            Leaves,
            inner.Select(filter => new Filter($"not ({filter.Text})", row => !filter.Holds(row))),
            Gen.Select(inner, inner, (left, right) => new Filter(
                $"({left.Text} and {right.Text})", row => left.Holds(row) & right.Holds(row))),
            Gen.Select(inner, inner, (left, right) => new Filter(
                $"({left.Text} or {right.Text})", row => left.Holds(row) | right.Holds(row))),
            Gen.Select(Searches, Gen.Bool, (search, expected) => new Filter(
                $"{search.Text} eq {(expected ? "true" : "false")}", row => search.Holds(row) == expected)));
    }

    private static Gen<Filter> Compare(Gen<Term> terms)
    {
        var right = Gen.Frequency((6, terms), (1, Null));
        return Gen.Select(terms, Gen.OneOf("eq", "ne", "gt", "ge", "lt", "le"), right, (left, sign, other) => new Filter(
            $"{left.Text} {sign} {other.Text}", row => Holds(left.Value(row), sign, other.Value(row))));
    }

    private static bool Holds(IComparable? left, string sign, IComparable? right) => sign switch
    {
        "eq" => Equals(left, right),
        "ne" => !Equals(left, right),
        _ when left is null || right is null => false,
        "gt" => left.CompareTo(right) > 0,
        "ge" => left.CompareTo(right) >= 0,
        "lt" => left.CompareTo(right) < 0,
        _ => left.CompareTo(right) <= 0,
    };

    private static Term Constant(string text, IComparable value) => new(text, _ => value);

    private static OrdinalText? Ordinal(string? text) => text is null ? null : new(text);

    internal sealed record OrdinalText(string Text) : IComparable
    {
        public int CompareTo(object? obj) => string.CompareOrdinal(Text, ((OrdinalText)obj!).Text);
    }
}
