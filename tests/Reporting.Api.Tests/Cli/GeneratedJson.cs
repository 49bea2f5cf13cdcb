using CsCheck;

namespace Reporting.Api.Tests.Cli;

/// <summary>JSON texts, any spacing, each with the pointer and the place of all its values.</summary>
internal sealed record GeneratedJson(string Text, IReadOnlyList<PlacedValue> Values)
{
    private static readonly Gen<string> s_space = Gen.OneOf("", " ", "\n", "\r\n", "\r", "\t\n  ");

    private static readonly Gen<GeneratedJson> s_scalar = Gen
        .OneOf("0", "-1.5e3", "true", "null", "\"\"", "\"é😀\"", "\"]}\\\"\"", "\"\\u00e9\\\\\"")
        .Select(Leaf);

    private static readonly Gen<(string Name, string Segment)> s_name = Gen.OneOf(
        ("a", "a"), ("b", "b"), ("", ""), ("0", "0"), ("a/b", "a~1b"), ("m~n", "m~0n"), ("~1", "~01"),
        ("é", "é"), ("\\u00e9", "é"), ("😀", "😀"), ("\\\"", "\""));

    public static readonly Gen<GeneratedJson> Documents =
        Gen.Select(s_space, Gen.Recursive<GeneratedJson>(Value), s_space, (before, value, after) =>
            new GeneratedJson(before + value.Text + after, [.. value.Moved("", before.Length)]));

    private static Gen<GeneratedJson> Value(int depth, Gen<GeneratedJson> inner) => depth >= 4
        ? s_scalar
        : Gen.OneOf(
            s_scalar,
            Gen.Select(s_space, inner).Array[0, 4].Select(Array),
            Gen.Select(s_space, s_name, s_space, inner).Array[0, 4].Select(Object));

    private static GeneratedJson Leaf(string text) => new(text, [new("", 0, text)]);

    private static GeneratedJson Array((string Space, GeneratedJson Item)[] items)
    {
        var (text, values) = ("[", new List<PlacedValue>());
        for (var i = 0; i < items.Length; i++)
        {
            text += (i == 0 ? "" : ",") + items[i].Space;
            values.AddRange(items[i].Item.Moved($"/{i}", text.Length));
            text += items[i].Item.Text + items[i].Space;
        }

        return Whole(text + "]", values);
    }

    private static GeneratedJson Object((string Space, (string Name, string Segment) Member, string After, GeneratedJson Value)[] members)
    {
        var (text, values) = ("{", new List<PlacedValue>());
        foreach (var (space, (name, segment), after, value) in members)
        {
            var member = $"/{segment}";
            values.RemoveAll(earlier => earlier.Pointer == member || earlier.Pointer.StartsWith(member + "/", StringComparison.Ordinal));
            text += (text is "{" ? "" : ",") + $"{space}\"{name}\"{after}:{space}";
            values.AddRange(value.Moved(member, text.Length));
            text += value.Text + after;
        }

        return Whole(text + "}", values);
    }

    private static GeneratedJson Whole(string text, List<PlacedValue> values) => new(text, [new("", 0, text), .. values]);

    private IEnumerable<PlacedValue> Moved(string under, int by) =>
        Values.Select(value => value with { Pointer = under + value.Pointer, Offset = value.Offset + by });
}

internal sealed record PlacedValue(string Pointer, int Offset, string Text);
