namespace Reporting.Api.Feed.Requests;

/// <summary>
/// The options of a URL. Those of OData go by the name that version 4.0 gives them, although 4.01 lets clients leave out
/// the dollar and write any case; the others are the client's own business.
/// </summary>
internal sealed class QueryOptions
{
    private readonly List<Option> _options = [];

    public QueryOptions(string query)
    {
        foreach (var text in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var option = Option.Parse(text);
            if (option.IsSystem)
            {
                SystemOptions.Check(option.Name);
                RefuseEmpty(option);
            }

            if (option.IsSystem || option.IsAlias)
            {
                RefuseSecond(option.Name);
            }

            _options.Add(option);
        }
    }

    public IEnumerable<string> Names => _options.Select(option => option.Name);

    public string? this[string name] => _options.Find(option => option.Name == name)?.Value;

    /// <summary>The query as version 4.0 has it written.</summary>
    public string Canonical => string.Join('&', _options.Select(option => option.Canonical));

    /// <summary>Refuses a system option that has no meaning for the resource asked for.</summary>
    public void Allow(IReadOnlyList<string> names)
    {
        foreach (var option in _options)
        {
            if (option.IsSystem && !names.Contains(option.Name))
            {
                throw FeedException.Malformed($"L'option {option.Name} ne s'applique pas à cette ressource.");
            }
        }
    }

    /// <summary>The options as they were written, without those named.</summary>
    public IEnumerable<string> Except(params string[] names) =>
        from option in _options where !names.Contains(option.Name) select option.Text;

    /// <summary>What the options say, however they are escaped, without those named.</summary>
    public IEnumerable<string> Understood(params string[] except) =>
        from option in _options where !except.Contains(option.Name) select $"{option.Name}={option.Value}";

    /// <summary>What parameter aliases stand for, as it was written.</summary>
    public IEnumerable<string> Aliases => from option in _options where option.IsAlias select option.Text;

    private static void RefuseEmpty(Option option)
    {
        if (option.Value.Length == 0)
        {
            throw FeedException.Malformed($"L'option {option.Name} n'a pas de valeur.");
        }
    }

    private void RefuseSecond(string name)
    {
        if (this[name] is not null)
        {
            throw FeedException.Malformed($"L'option {name} est donnée deux fois.");
        }
    }

    private sealed record Option(string Text, string Name, string Encoded)
    {
        public string Value { get; } = Decode(Encoded);

        public bool IsSystem => Name.StartsWith('$');

        public bool IsAlias => Name.StartsWith('@');

        public string Canonical => (IsSystem || IsAlias) && Wording.Of(Name, Value) is var said && said != Value
            ? $"{Uri.EscapeDataString(Name)}={Uri.EscapeDataString(said)}"
            : IsSystem ? $"{Name}={Encoded}" : Text;

        public static Option Parse(string text)
        {
            var sign = text.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = sign < 0 ? (text, "") : (text[..sign], text[(sign + 1)..]);
            return new(text, SystemOptions.NameOf(Decode(name)), value);
        }

        private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
    }
}
