using Microsoft.Extensions.Primitives;

namespace Reporting.Api.Idempotency;

/// <summary>The header by which a client marks the repetitions of one write.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    public const string Replayed = "Idempotency-Replayed";
    public const int Longest = 255;

    /// <summary>Null when the header cannot be a key. Quotes around it, as a structured field has, are not part of it.</summary>
    public static string? Read(StringValues header) =>
        header is [{ } value] && Unquoted(value.Trim()) is { Length: > 0 and <= Longest } key && key.All(c => c is > ' ' and < '\u007F')
            ? key
            : null;

    private static string Unquoted(string value) => value is ['"', .. var inside, '"'] ? inside : value;
}
