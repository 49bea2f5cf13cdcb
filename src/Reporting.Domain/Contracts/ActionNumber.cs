using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Reporting.Domain.Catalogue;

namespace Reporting.Domain.Contracts;

/// <summary>Number of a fiche action: axis (1 to 4), a dot, rank in the axis (1 to 999), as in Annexe 10.</summary>
/// <param name="Axis">The axis that the action belongs to.</param>
/// <param name="Rank">Rank in the axis, 1 to 999.</param>
public readonly record struct ActionNumber(Axis Axis, int Rank) : IComparable<ActionNumber>
{
    /// <summary>Reads a number such as <c>1.2</c>; leading zeros, spaces and signs are refused.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number read.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out ActionNumber number)
    {
        number = default;
        if (text is not [>= '1' and <= '4', '.', >= '1' and <= '9', ..] || text.Length > 5
            || !int.TryParse(text.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var rank))
        {
            return false;
        }

        number = new(Axis.All[text[0] - '1'], rank);
        return true;
    }

    /// <summary>Orders by axis, then by rank as a number: 1.2 comes before 1.10.</summary>
    /// <param name="other">The other number.</param>
    public int CompareTo(ActionNumber other) =>
        (Axis.Number, Rank).CompareTo((other.Axis.Number, other.Rank));

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Axis.Number}.{Rank}");

    /// <summary>Whether one number comes before another.</summary>
    public static bool operator <(ActionNumber left, ActionNumber right) => left.CompareTo(right) < 0;

    /// <summary>Whether one number comes before another or equals it.</summary>
    public static bool operator <=(ActionNumber left, ActionNumber right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one number comes after another.</summary>
    public static bool operator >(ActionNumber left, ActionNumber right) => left.CompareTo(right) > 0;

    /// <summary>Whether one number comes after another or equals it.</summary>
    public static bool operator >=(ActionNumber left, ActionNumber right) => left.CompareTo(right) >= 0;
}
