using System.Text.RegularExpressions;

namespace Reporting.Api.Feed.Requests;

/// <summary>
/// What $expand says of one navigation property, as it is written: a next link has to say it again, and the library keeps
/// no more of it than its meaning.
/// </summary>
internal sealed partial class ExpandText
{
    private static readonly ExpandText Nothing = new("", []);

    private readonly string _name;
    private readonly IReadOnlyList<(string Name, string Value)> _options;

    private ExpandText(string name, IReadOnlyList<(string Name, string Value)> options) => (_name, _options) = (name, options);

    /// <summary>What is said of each navigation property that is named.</summary>
    public static IReadOnlyList<ExpandText> Items(string? text) => [.. Split(text ?? "", ',').Select(Read)];

    public static ExpandText Of(string name, IReadOnlyList<ExpandText> items)
    {
        ExpandText[] named = [.. items.Where(item => item._name == name)];
        return named.Length > 1 ? throw FeedException.Malformed($"{name} est développé deux fois.") : named.SingleOrDefault(Nothing);
    }

    public string? this[string name] => _options.FirstOrDefault(option => option.Name == name).Value;

    /// <summary>Whether an option names the row that the request itself is about, and not the one led to.</summary>
    public bool NamesRoot => _options.Any(option => option.Name is not "$expand" && Root().IsMatch(option.Value));

    /// <summary>The options as a query of the collection's own URL, but for those that choose a page.</summary>
    /// <param name="levels">How many levels are expanded, this one included.</param>
    public string Query(long levels)
    {
        var expand = levels > 1
            ? string.Join(',', new[] { this["$expand"], $"{_name}({string.Join(';', Kept("$levels").Append($"$levels={levels - 1}"))})" }.OfType<string>())
            : this["$expand"];
        var options = Kept("$levels", "$top", "$skip", "$expand").Concat(expand is null ? [] : [$"$expand={expand}"]);
        return string.Join('&', options.Select(Escape));
    }

    private IEnumerable<string> Kept(params string[] except) =>
        from option in _options where !except.Contains(option.Name) select $"{option.Name}={option.Value}";

    private static string Escape(string option) =>
        option.Split('=', 2) is [var name, var value] ? $"{name}={Uri.EscapeDataString(value)}" : option;

    private static ExpandText Read(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = text.LastIndexOf(')');
        var path = open < 0 ? text : text[..open];
        return new(path.Split('/')[0].Trim(), open < 0 || close < open ? [] : [.. Split(text[(open + 1)..close], ';').Select(Option)]);
    }

    private static (string Name, string Value) Option(string text)
    {
        var sign = text.IndexOf('=', StringComparison.Ordinal);
        var (name, value) = sign < 0 ? (text, "") : (text[..sign], text[(sign + 1)..]);
        return ($"${name.Trim().TrimStart('$').ToLowerInvariant()}", value.Trim());
    }

    /// <summary>The parts between separators, but for those in parentheses or quotes.</summary>
    private static IEnumerable<string> Split(string text, char separator)
    {
        var (start, depth, quote) = (0, 0, '\0');
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
                continue;
            }

            quote = character is '\'' or '"' ? character : quote;
            depth += character switch { '(' => 1, ')' => -1, _ => 0 };
            if (character == separator && depth == 0)
            {
                yield return text[start..at];
                start = at + 1;
            }
        }

        yield return text[start..];
    }

    [GeneratedRegex(@"^(?:'[^']*'|[^'])*?\$it\b")]
    private static partial Regex Root();
}
