namespace Reporting.Domain.Returns;

/// <summary>
/// One indicator of a return, as posted: a declared <see cref="Value"/> or the <see cref="Contributions"/> that the
/// figure is derived from, never both.
/// </summary>
public sealed record ReturnLine
{
    /// <summary>Code of a national indicator, <c>ENF-1</c> to <c>TES-3</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The year's target, in units of the indicator; required to deposit (Annexe 6, introduction).</summary>
    public decimal? Target { get; init; }

    /// <summary>Free comment beside the figure.</summary>
    public string? Comment { get; init; }

    /// <summary>Set when scope or method changed since the year before.</summary>
    public MethodChange? MethodChange { get; init; }

    /// <summary>The declared figure, in units of the indicator.</summary>
    public decimal? Value { get; init; }

    /// <summary>What each local action contributes, in posted order.</summary>
    public IReadOnlyList<Contribution>? Contributions { get; init; }

    /// <summary>EMP-1 with a declared figure: units of it that are also job seekers of TES-2.</summary>
    public decimal? OfWhichMobility { get; init; }
}
