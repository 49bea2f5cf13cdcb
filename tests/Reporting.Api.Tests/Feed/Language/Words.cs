using System.Globalization;
using System.Text;
using CsCheck;
using Microsoft.OData.Edm;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Tests.Feed.Language;

/// <summary>$search: words and phrases that any text of a row holds, whatever their case and accents.</summary>
internal abstract record Words
{
    public abstract string Text { get; }

    public abstract bool Holds(Entity row);

    /// <summary>Whether there is anything to search in a set.</summary>
    public static bool IsFor(FeedSet set) => TextsOf(set).Any();

    private static IEnumerable<string> TextsOf(FeedSet set) =>
        from column in set.Columns where column.Type.Kind is EdmPrimitiveTypeKind.String select column.Name;

    public static Gen<Words> Any(FeedSet set)
    {
        string[] texts = [.. TextsOf(set)];
        var term = Gen.OneOf("METROPOLE", "a", "É", "œuf", "eau", "\"eau vive\"", "\"L'eau\"", "emp", "\"2024\"", "Annexe", "\"d'Aix\"", "oeuf", "deposee", "EMP-1", "2024", "2025.1", "d'Aix", "ANNEXE6")
            .Select(text => (Words)new Term(text, texts));
        var pair = Gen.Select(term, term, Gen.Int[0, 2], (left, right, form) => (Words)new Pair(left, right, form));
        return Gen.OneOf(term, pair, Gen.Select(pair, term, Gen.Int[0, 2], (left, right, form) => (Words)new Pair(left, right, form)), term.Select(of => (Words)new Without(of)));
    }

    private sealed record Term(string Written, IReadOnlyList<string> Columns) : Words
    {
        public override string Text => Written;

        public override bool Holds(Entity row) =>
            Columns.Any(column => row[column] is string text && Plain(text).Contains(Plain(Written.Trim('"')), StringComparison.Ordinal));

        private static string Plain(string text) => string.Concat(text.ToUpperInvariant().Normalize(NormalizationForm.FormD)
            .Where(character => char.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark)).Replace("Œ", "OE", StringComparison.Ordinal);
    }

    private sealed record Without(Words Of) : Words
    {
        public override string Text => $"NOT {Of.Text}";

        public override bool Holds(Entity row) => !Of.Holds(row);
    }

    private sealed record Pair(Words Left, Words Right, int Form) : Words
    {
        public override string Text => Form switch
        {
            0 => $"({Left.Text} AND {Right.Text})",
            1 => $"({Left.Text} {Right.Text})",
            _ => $"({Left.Text} OR {Right.Text})",
        };

        public override bool Holds(Entity row) => Form is 0 or 1 ? Left.Holds(row) && Right.Holds(row) : Left.Holds(row) || Right.Holds(row);
    }
}
