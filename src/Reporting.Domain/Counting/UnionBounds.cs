namespace Reporting.Domain.Counting;

/// <summary>Bounds of the number of distinct units in a union of contributions, in units of the indicator.</summary>
/// <param name="Lower">At least so many.</param>
/// <param name="Upper">At most so many.</param>
public readonly record struct UnionBounds(decimal Lower, decimal Upper)
{
    /// <summary>Whether the bounds leave no doubt.</summary>
    public bool IsExact => Lower == Upper;

    /// <summary>Adds units of which <paramref name="duplicates"/> are already in the union.</summary>
    /// <param name="units">Units added, not negative.</param>
    /// <param name="duplicates">Those already counted: from 0 to the smaller of the units and the upper bound.</param>
    public UnionBounds AddKnown(decimal units, decimal duplicates) =>
        new(Lower + units - duplicates, Upper + units - duplicates);

    /// <summary>Adds units whose overlap with the union nobody knows.</summary>
    /// <param name="units">Units added, not negative.</param>
    public UnionBounds AddUnknown(decimal units) => new(Math.Max(Lower, units), Upper + units);
}
