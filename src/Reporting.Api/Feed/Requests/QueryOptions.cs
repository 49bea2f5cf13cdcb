namespace Reporting.Api.Feed.Requests;

/// <summary>The options of a URL. System options begin with a dollar; the others are the client's own business.</summary>
internal sealed class QueryOptions
{
    private static readonly string[] Supported =
        ["$select", "$filter", "$orderby", "$top", "$skip", "$count", "$skiptoken", "$format"];

    private static readonly string[] Unsupported =
        ["$expand", "$apply", "$compute", "$search", "$deltatoken", "$id", "$index", "$levels", "$schemaversion"];

    private readonly List<Option> _options = [];

    public QueryOptions(string query)
    {
        foreach (var text in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var option = Option.Parse(text);
            if (option.Name.StartsWith('$'))
            {
                Check(option);
            }

            _options.Add(option);
        }
    }

    public string? this[string name] => _options.Find(option => option.Name == name)?.Value;

    /// <summary>Refuses a system option that has no meaning for the resource asked for.</summary>
    public void Allow(params ReadOnlySpan<string> names)
    {
        foreach (var option in _options)
        {
            if (option.Name.StartsWith('$') && !names.Contains(option.Name))
            {
                throw FeedException.Malformed($"L'option {option.Name} ne s'applique pas à cette ressource.");
            }
        }
    }

    /// <summary>The options as they were written, without those named.</summary>
    public IEnumerable<string> Except(params string[] names) =>
        from option in _options where !names.Contains(option.Name) select option.Text;

    private void Check(Option option)
    {
        if (Unsupported.Contains(option.Name))
        {
            throw FeedException.NotImplemented($"L'option {option.Name}");
        }

        if (!Supported.Contains(option.Name))
        {
            throw FeedException.Malformed($"L'option {option.Name} n'existe pas.");
        }

        if (option.Value.Length == 0 || this[option.Name] is not null)
        {
            throw FeedException.Malformed($"L'option {option.Name} doit être donnée une seule fois, avec une valeur.");
        }
    }

    private sealed record Option(string Text, string Name, string Value)
    {
        public static Option Parse(string text)
        {
            var sign = text.IndexOf('=', StringComparison.Ordinal);
            return sign < 0
                ? new(text, Decode(text), "")
                : new(text, Decode(text[..sign]), Decode(text[(sign + 1)..]));
        }

        private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
    }
}
