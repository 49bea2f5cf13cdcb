namespace Reporting.Domain.Secrecy;

/// <summary>Who reads published figures, which decides the counts that are withheld from it.</summary>
/// <param name="Code">Stable code, which keeps what is prepared for one audience from another.</param>
/// <param name="Threshold">Counts below it, other than 0, identify people; null for those who may read every figure.</param>
public sealed record Audience(string Code, int? Threshold)
{
    /// <summary>Whoever answers for a figure: its owner, its reviewers and the DGCS.</summary>
    public static readonly Audience Everything = new("complet", null);

    /// <summary>Restricted readers: 5 by default.</summary>
    /// <param name="threshold">The threshold.</param>
    public static Audience Readers(int threshold = 5) => new("lecteurs", threshold);

    /// <summary>Anybody: 11 by default.</summary>
    /// <param name="threshold">The threshold.</param>
    public static Audience Public(int threshold = 11) => new("public", threshold);

    /// <summary>SIRENs of the territories that it is limited to; null when it reads the whole country.</summary>
    public IReadOnlyList<string>? Territories { get; private init; }

    /// <summary>The same audience, reading of some territories alone.</summary>
    /// <param name="territories">Their SIRENs.</param>
    public Audience LimitedTo(IReadOnlyList<string> territories) =>
        this with { Code = $"{Code}:{string.Join(',', territories)}", Territories = territories };

    /// <summary>
    /// The largest count withheld because it is small, null when none is. Two more than the counts that identify: a
    /// withheld count is any of 1 to this, so that what is known of it is never narrower than the threshold.
    /// </summary>
    public int? WithheldUpTo => Threshold + 1;

    /// <summary>Whether something is withheld that gives away a count as small as this.</summary>
    /// <param name="smallest">The smallest count that it gives away, of which 0 stands for unknown; null when it gives away none.</param>
    public bool Withholds(decimal? smallest) => smallest <= WithheldUpTo;
}
