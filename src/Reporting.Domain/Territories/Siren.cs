namespace Reporting.Domain.Territories;

/// <summary>The numbers under which Insee registers legal units.</summary>
public static class Siren
{
    private const int Length = 9;

    /// <summary>Whether a text is nine digits of which the last one is the Luhn key of the others.</summary>
    /// <param name="text">The text.</param>
    public static bool IsValid(string text) =>
        text.Length == Length && text.All(char.IsAsciiDigit) && Weights(text).Sum() % 10 == 0;

    // From the right, every second digit counts double, and a double above nine counts as the sum of its digits.
    private static IEnumerable<int> Weights(string text) =>
        text.Reverse().Select((digit, rank) => (digit - '0') * (1 + (rank % 2))).Select(weight => weight > 9 ? weight - 9 : weight);
}
