using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Reporting.Api.Instants;
using Reporting.Domain.Returns;

namespace Reporting.Api.Json;

/// <summary>
/// Holds a posted document to the shape of its wire type and tells everything that does not fit at once, where a
/// deserializer would stop at the first.
/// </summary>
internal sealed class JsonShape
{
    // A decimal holds 28 digits: more would be rounded in silence.
    private const int LongestNumber = 28;
    private const int LongestName = 64;

    // Past so many nobody mends them one by one, and the answer would outgrow the document.
    private const int MostFindings = 1_000;

    private readonly List<Finding> _findings = [];

    private bool IsFull => _findings.Count >= MostFindings;

    public static IReadOnlyList<Finding> Check(JsonElement document, JsonTypeInfo type)
    {
        var shape = new JsonShape();
        shape.Visit(document, type, "");
        if (shape.IsFull)
        {
            shape._findings.Add(Finding.At(Finding.Shape, Severity.Error, "", ShapeMessages.ReadingStopped(MostFindings)));
        }

        return Finding.Fold(shape._findings);
    }

    private void Visit(JsonElement element, JsonTypeInfo type, string pointer)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when Is(element, JsonValueKind.Object, ShapeMessages.ObjectExpected, pointer):
                VisitObject(element, type, pointer);
                break;
            case JsonTypeInfoKind.Enumerable when Is(element, JsonValueKind.Array, ShapeMessages.ArrayExpected, pointer):
                var index = 0;
                foreach (var item in element.EnumerateArray().TakeWhile(_ => !IsFull))
                {
                    Visit(item, type.Options.GetTypeInfo(type.ElementType!), $"{pointer}/{index++}");
                }

                break;
            case JsonTypeInfoKind.Dictionary when Is(element, JsonValueKind.Object, ShapeMessages.ObjectExpected, pointer):
                foreach (var (name, value) in Members(element, pointer))
                {
                    Visit(value, type.Options.GetTypeInfo(type.ElementType!), $"{pointer}/{Escape(name)}");
                }

                break;
            case JsonTypeInfoKind.None:
                VisitValue(element, type.Type, pointer);
                break;
        }
    }

    private void VisitObject(JsonElement element, JsonTypeInfo type, string pointer)
    {
        var missing = type.Properties.Where(property => property.IsRequired).Select(property => property.Name).ToHashSet();
        foreach (var (name, value) in Members(element, pointer).TakeWhile(_ => !IsFull))
        {
            var place = $"{pointer}/{Escape(name)}";
            missing.Remove(name);
            if (type.Properties.FirstOrDefault(property => property.Name == name) is not { } property)
            {
                FindUnknown(element, name, value, type, pointer);
            }
            else
            {
                VisitMember(value, property, place);
            }
        }

        foreach (var name in missing)
        {
            Find(pointer, ShapeMessages.RequiredField(name));
        }
    }

    private void FindUnknown(JsonElement element, string name, JsonElement value, JsonTypeInfo type, string pointer)
    {
        var place = $"{pointer}/{Escape(name)}";
        var nearest = NearestNames.Of(name, type.Properties.Select(known => known.Name));
        var fix = nearest switch
        {
            [] => PatchOperation.Remove(place),
            [var only] when !element.TryGetProperty(only, out _) && Fits(value, type.Properties.First(known => known.Name == only)) =>
                PatchOperation.Move(place, $"{pointer}/{only}"),
            _ => null,
        };
        Find(place, ShapeMessages.UnknownField(name, nearest is [] ? null : nearest[0]), fix);
    }

    private static bool Fits(JsonElement value, JsonPropertyInfo property)
    {
        var shape = new JsonShape();
        shape.VisitMember(value, property, "");
        return shape._findings is [];
    }

    private void VisitMember(JsonElement value, JsonPropertyInfo property, string place)
    {
        if (value.ValueKind is not JsonValueKind.Null)
        {
            Visit(value, property.Options.GetTypeInfo(property.PropertyType), place);
            CheckLength(value, property, place);
        }
        else if (!property.IsSetNullable)
        {
            Find(place, ShapeMessages.NullRefused);
        }
    }

    private void VisitValue(JsonElement element, Type type, string pointer)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (target == typeof(string))
        {
            if (Is(element, JsonValueKind.String, ShapeMessages.TextExpected, pointer))
            {
                CheckText(element, pointer);
            }
        }
        else if (target == typeof(DateTimeOffset) || target == typeof(DateOnly))
        {
            var message = target == typeof(DateOnly) ? ShapeMessages.DayExpected : ShapeMessages.InstantExpected;
            if (Is(element, JsonValueKind.String, message, pointer) && !IsDate(element, target))
            {
                Find(pointer, message);
            }
        }
        else if (target == typeof(bool))
        {
            if (element.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            {
                Find(pointer, ShapeMessages.BooleanExpected,
                    element.ValueKind is JsonValueKind.String && TryRead(element.GetString, out var text) && text is "true" or "false"
                        ? PatchOperation.Replace(pointer, text is "true")
                        : null);
            }
        }
        else if (element.ValueKind is not JsonValueKind.Number)
        {
            Find(pointer, ShapeMessages.NumberExpected,
                Quoted(element, target) is { } figure ? PatchOperation.Replace(pointer, figure) : null);
        }
        else
        {
            var fits = target == typeof(int) ? element.TryGetInt32(out _) : IsExact(element);
            if (!fits || element.GetRawText().Length > LongestNumber)
            {
                Find(pointer, target == typeof(int) ? ShapeMessages.IntegerExpected : ShapeMessages.NumberTooLong);
            }
        }
    }

    private List<(string Name, JsonElement Value)> Members(JsonElement element, string pointer)
    {
        var members = new List<(string, JsonElement)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject().TakeWhile(_ => !IsFull))
        {
            if (!TryRead(() => property.Name, out var name) || name.Any(IsForbidden))
            {
                Find(pointer, ShapeMessages.UnreadableText);
            }
            else if (name.Length > LongestName)
            {
                Find(pointer, ShapeMessages.NameTooLong(LongestName));
            }
            else if (!seen.Add(name))
            {
                Find($"{pointer}/{Escape(name)}", ShapeMessages.RepeatedField(name));
            }
            else
            {
                members.Add((name, property.Value));
            }
        }

        return members;
    }

    private void CheckText(JsonElement element, string pointer)
    {
        if (!TryRead(element.GetString, out var text) || text.Any(IsForbidden))
        {
            Find(pointer, ShapeMessages.UnreadableText);
        }
    }

    private void CheckLength(JsonElement element, JsonPropertyInfo property, string pointer)
    {
        var limit = property.AttributeProvider?.GetCustomAttributes(typeof(StringLengthAttribute), true)
            .OfType<StringLengthAttribute>().FirstOrDefault();
        if (limit is null || element.ValueKind is not JsonValueKind.String || !TryRead(element.GetString, out var text))
        {
            return;
        }

        if (text.Length > limit.MaximumLength)
        {
            Find(pointer, ShapeMessages.TextTooLong(limit.MaximumLength));
        }
        else if (string.IsNullOrWhiteSpace(text) && limit.MinimumLength > 0)
        {
            Find(pointer, ShapeMessages.TextEmpty);
        }
    }

    private bool Is(JsonElement element, JsonValueKind kind, Message message, string pointer)
    {
        if (element.ValueKind == kind)
        {
            return true;
        }

        Find(pointer, message);
        return false;
    }

    // A lone surrogate or a byte that is not UTF-8 parses as JSON and cannot be read as text.
    private static bool TryRead(Func<string?> read, out string text)
    {
        try
        {
            text = read() ?? "";
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    private static bool IsDate(JsonElement element, Type target) =>
        TryRead(element.GetString, out var text)
        && (target == typeof(DateOnly) ? Instant.TryReadDay(text, out _) : Instant.TryRead(text, out _));

    // 1e-29 has no place in a decimal, which would take it for 0.
    private static bool IsExact(JsonElement element) =>
        element.TryGetDecimal(out var figure) && figure.Scale < LongestNumber;

    // A number written between quotes, and nothing else.
    private static object? Quoted(JsonElement element, Type target) =>
        element.ValueKind is not JsonValueKind.String || !TryRead(element.GetString, out var text) || text.Length > LongestNumber ? null
        : target == typeof(int)
            ? int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null
        : decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure)
            && figure.Scale < LongestNumber ? figure : null;

    private static bool IsForbidden(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t');

    private static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");

    private void Find(string pointer, Message message, PatchOperation? fix = null)
    {
        if (!IsFull)
        {
            _findings.Add(Finding.At(Finding.Shape, Severity.Error, pointer, message, fix));
        }
    }
}
