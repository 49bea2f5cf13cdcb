namespace Reporting.Domain.Catalogue;

/// <summary>One of the 20 national indicators of Annexe 6.</summary>
public sealed class Indicator
{
    internal Indicator(
        int position, string code, Axis axis, string unit, string label,
        CountingPeriod period = CountingPeriod.CalendarYear, int decimals = 0, bool canOverlap = true)
    {
        Position = position;
        Code = code;
        Axis = axis;
        Unit = unit;
        Label = label;
        Period = period;
        Decimals = decimals;
        CanOverlap = canOverlap;
    }

    /// <summary>1 to 20: place in the catalogue, which orders every answer.</summary>
    public int Position { get; }

    /// <summary>Stable code, from <c>ENF-1</c> to <c>TES-3</c>.</summary>
    public string Code { get; }

    /// <summary>The axis that the indicator belongs to.</summary>
    public Axis Axis { get; }

    /// <summary>What one unit of the figure is, in French, singular: <c>personne</c>, <c>famille</c>, <c>etp</c>…</summary>
    public string Unit { get; }

    /// <summary>Official label, in French.</summary>
    public string Label { get; }

    /// <summary>The months that a figure covers.</summary>
    public CountingPeriod Period { get; }

    /// <summary>0 for whole units; 2 for DRO-4, counted in full-time equivalents.</summary>
    public int Decimals { get; }

    /// <summary>Whether two contributions may count the same unit; false for DRO-4 (posts) and DRO-5 (files).</summary>
    public bool CanOverlap { get; }

    /// <summary>Whether its units are people, or households and files that stand for them; false for DRO-4 (posts).</summary>
    public bool CountsPeople => Decimals == 0;

    /// <summary>Whether it counts some of the people of EMP-1: EMP-3A, EMP-3B and EMP-3C.</summary>
    public bool IsPartOfEmp1 => Code.StartsWith("EMP-3", StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Code;
}
