using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Reporting.Api.Feed.Requests;

/// <summary>
/// What the client would like (RFC 7240): the first of a name counts, with or without the prefix of OData, and what is
/// not understood is left alone.
/// </summary>
internal sealed class Preferences
{
    private const string Prefix = "odata.";

    private readonly Dictionary<string, Preference> _byName = [];

    public Preferences(StringValues prefer)
    {
        foreach (var text in prefer.SelectMany(header => Split(header ?? "", ',')))
        {
            var parts = Split(text, ';')[0].Split('=', 2, StringSplitOptions.TrimEntries);
            var name = parts[0].ToLowerInvariant();
            var preference = new Preference(name, parts.Length == 2 ? parts[1].Trim('"') : "");
            _byName.TryAdd(name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name, preference);
        }
    }

    /// <summary>Whether properties that are null may be left out.</summary>
    public bool OmitNulls => Find("omit-values", out var preference) && preference.Value == "nulls";

    /// <summary>Whether the requests of a batch that follow a failed one are wanted all the same.</summary>
    public bool ContinueOnError => Find("continue-on-error", out var preference) && preference.Value is "" or "true";

    public bool Find(string name, [NotNullWhen(true)] out Preference? preference) => _byName.TryGetValue(name, out preference);

    private static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var quoted = false;
        foreach (var character in text)
        {
            quoted ^= character is '"';
            if (character == separator && !quoted)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(character);
            }
        }

        parts.Add(part.ToString());
        return parts;
    }

    /// <param name="Name">The name as it was written, which an acknowledgement repeats.</param>
    /// <param name="Value">The value without quotes; empty when there is none.</param>
    internal sealed record Preference(string Name, string Value);
}
