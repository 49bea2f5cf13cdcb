using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.OData.Edm;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Tests.Feed.Language;

internal sealed record Sort(Expression By, bool Descending);

/// <summary>What is asked of one set: as a URL says it, and what the answer is.</summary>
internal sealed record Question(FeedSet Set)
{
    public IReadOnlyList<Named> Computed { get; init; } = [];

    public Expression? Filter { get; init; }

    public Words? Search { get; init; }

    public IReadOnlyList<Sort> Order { get; init; } = [];

    public int? Top { get; init; }

    public int Skip { get; init; }

    public bool Count { get; init; }

    /// <summary>The columns of $select; null for all of them.</summary>
    public IReadOnlyList<FeedColumn>? Selected { get; init; }

    public int? PageSize { get; init; }

    public Spelling Spelling { get; init; }

    private IReadOnlyList<FeedColumn> Columns => Selected ?? Set.Columns;

    public static Gen<Question> Any { get; } = Gen.OneOf((FeedSet[])[.. FeedSets.All, FeedSets.Results, FeedSets.Results, FeedSets.Territories, DetailSets.Contributions]).SelectMany(Of);

    public string Url
    {
        get
        {
            var options = new List<(string Name, string Value)>();
            Add("$compute", string.Join(',', Computed.Select(item => $"{item.Of.Text} as {item.Name}")));
            Add("$filter", Filter?.Text);
            Add("$search", Search?.Text);
            Add("$orderby", string.Join(',', Order.Select(sort => sort.By.Text + (sort.Descending ? " desc" : ""))));
            Add("$top", Top?.ToString(CultureInfo.InvariantCulture));
            Add("$skip", Skip == 0 ? null : Skip.ToString(CultureInfo.InvariantCulture));
            Add("$count", Count ? "true" : null);
            Add("$select", Selected is null ? null : string.Join(',', Selected.Select(column => column.Name).Concat(Computed.Select(item => item.Name))));
            options.AddRange(Literals.Aliases(string.Join(' ', options.Select(option => option.Value))).ToList());
            return $"{Set.Name}?{string.Join('&', options.Select(option => $"{Spell(option.Name)}={Escape(Worded(option))}"))}";

            void Add(string name, string? value)
            {
                if (!string.IsNullOrEmpty(value))
                {
                    options.Add((name, value));
                }
            }
        }
    }

    public override string ToString() => $"{Url} by {PageSize}";

    /// <summary>All rows that it chooses, whatever the page.</summary>
    public int Total(World world) => Chosen(world).Count();

    /// <summary>The rows of the answer, each as the text of its values.</summary>
    public List<string> Answer(World world)
    {
        var sorted = Order.Aggregate(Chosen(world).OrderBy(_ => 0), (rows, sort) => sort.Descending
            ? rows.ThenByDescending(row => sort.By.Value(Scope.Of(row)), Comparer<object?>.Create(Values.Compare))
            : rows.ThenBy(row => sort.By.Value(Scope.Of(row)), Comparer<object?>.Create(Values.Compare)));
        return [.. ByKey(sorted).Skip(Skip).Take(Top ?? int.MaxValue).Select(row =>
            string.Join(' ', Columns.Select(column => row[column.Name]).Concat(Computed.Select(item => item.Of.Value(Scope.Of(row)))).Select(Values.Text)))];
    }

    /// <summary>A row of an answer as the same text.</summary>
    public string Read(JsonElement row) => string.Join(' ', Columns.Select(column => (column.Name, column.Type.Kind))
        .Concat(Computed.Select(item => (item.Name, item.Shape.Kind)))
        .Select(column => Values.Text(Values.Read(row.GetProperty(column.Name), column.Kind))));

    private static Gen<Question> Of(FeedSet set)
    {
        var context = Context.Of(set);
        return new Expressions(context, 2).Any.List[0, 2].SelectMany(expressions =>
        {
            Named[] computed = [.. expressions.Select((expression, place) => new Named($"C{place}", expression))];
            var all = context with { Columns = [.. context.Columns, .. computed, .. computed] };
            var sorts = Gen.Select(new Expressions(all, 2).Any, Gen.Bool, (by, descending) => new Sort(by, descending)).List[0, 2];
            var filter = Gen.Frequency((4, new Expressions(all, 4).Flags.Select(flag => (Expression?)flag)), (1, Gen.Const((Expression?)null)));
            var search = Gen.Frequency((4, Gen.Const((Words?)null)), (Words.IsFor(set) ? 1 : 0, Words.Any(set).Select(words => (Words?)words)));
            var page = Gen.Select(Gen.Int[0, 40].Nullable(), Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[1, 20])), Gen.Bool, Gen.Int[5, 60].Nullable());
            return Gen.Select(sorts, filter, search, page, Gen.Bool, Spelling.Any, (order, chosen, words, paged, whole, spelling) => new Question(set)
            {
                Computed = computed,
                Filter = chosen,
                Search = words,
                Order = [.. order.Where(sort => sort.By.Shape is not { Kind: EdmPrimitiveTypeKind.String, Most: > 400 })],
                Top = paged.Item1,
                Skip = paged.Item2,
                Count = paged.Item3,
                PageSize = paged.Item4,
                Selected = whole ? null : [.. set.Key],
                Spelling = spelling,
            });
        });
    }

    private IEnumerable<Entity> Chosen(World world) => world[Set]
        .Where(row => Filter?.IsTrue(Scope.Of(row)) ?? Filter is null)
        .Where(row => Search?.Holds(row) ?? true);

    private IEnumerable<Entity> ByKey(IOrderedEnumerable<Entity> rows) => Set.Key.Aggregate(
        rows, (sorted, column) => sorted.ThenBy(row => row[column.Name], Comparer<object?>.Create(Values.Compare)));

    private string Spell(string option) => option.StartsWith('@') ? option : Spelling.Of(option);

    // The words of $search are those of capitals.
    private string Worded((string Name, string Value) option) => option.Name is "$search" ? option.Value : Spelling.Worded(option.Value);

    private string Escape(string value) => Spelling.Escape(value);
}

/// <summary>How a URL is written: the same options and words in the ways that version 4.01 admits, escaped more or less.</summary>
internal readonly partial record struct Spelling(int Form, bool Plus, int Case)
{
    public static Gen<Spelling> Any { get; } = Gen.Select(Gen.Int[0, 7], Gen.Bool, Gen.Int[0, 3], (form, plus, words) => new Spelling(form, plus, words));

    public string Of(string option) => Form switch
    {
        0 => option[1..],
        1 => option.ToUpperInvariant(),
        2 => option[1..2].ToUpperInvariant() + option[2..],
        3 => $"%24{option[1..]}",
        _ => option,
    };

    public string Worded(string value)
    {
        var spelling = Case;
        return spelling == 0 ? value : Words().Replace(value, word => word.Value[0] is '\'' ? word.Value
            : spelling == 1 || (spelling == 2 && word.Index % 2 == 0) ? word.Value.ToUpperInvariant()
            : word.Value[..1].ToUpperInvariant() + word.Value[1..]);
    }

    [GeneratedRegex(
        @"'(?:[^']|'')*'|\b(?:eq|ne|gt|ge|lt|le|and|or|not|in|add|sub|mul|div|mod|as|desc|any|all)\b|\b[a-z]+(?=\()|\$filter(?==)")]
    private static partial Regex Words();

    public string Escape(string value)
    {
        var escaped = Uri.EscapeDataString(value);
        return Plus ? new StringBuilder(escaped).Replace("%20", "+").Replace("%27", "'").Replace("%28", "(").Replace("%2C", ",").ToString() : escaped;
    }
}
