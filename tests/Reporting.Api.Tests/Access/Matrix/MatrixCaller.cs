using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Access.Matrix;

/// <summary>
/// Who calls: a role with a scope, two of them at once, or nobody. The tables' targets are those of Rennes, in Bretagne (53).
/// </summary>
internal sealed record MatrixCaller(string Name, string? Role, params string[] Scope)
{
    public static readonly MatrixCaller OtherMetropole = new("metropole of Bordeaux", "metropole", RunningService.Bordeaux);
    public static readonly MatrixCaller OtherCommissaire = new("commissaire of Nouvelle-Aquitaine", "commissaire", "75");
    private static readonly MatrixCaller Metropole = new("metropole of Rennes", "metropole", RunningService.Rennes);
    private static readonly MatrixCaller Commissaire = new("commissaire of Bretagne", "commissaire", "53");
    private static readonly MatrixCaller Dgcs = new("dgcs", "dgcs");
    private static readonly MatrixCaller Lecteur = new("lecteur", "lecteur");

    /// <summary>In the order of a table's columns.</summary>
    public static IReadOnlyList<MatrixCaller> Single { get; } =
    [
        Metropole, OtherMetropole, Commissaire, OtherCommissaire, Dgcs, Lecteur,
        new("lecteur of Rennes", "lecteur", RunningService.Rennes), new("lecteur of Bordeaux", "lecteur", RunningService.Bordeaux),
        new("nobody", null),
    ];

    /// <summary>
    /// Callers of two roles. What the DGCS may not, posting, is what a métropole beside it could lend it; a lecteur of some
    /// territories is a reader's key, which has no other role.
    /// </summary>
    public static IReadOnlyList<MatrixCaller> Dual { get; } =
    [
        Metropole.And(Commissaire), Metropole.And(OtherCommissaire), OtherMetropole.And(Commissaire), OtherMetropole.And(OtherCommissaire),
        Metropole.And(Lecteur), OtherMetropole.And(Lecteur), Commissaire.And(Lecteur), OtherCommissaire.And(Lecteur),
        OtherMetropole.And(Dgcs),
    ];

    /// <summary>The callers whose roles this one has.</summary>
    public IReadOnlyList<MatrixCaller> Parts { get; private init; } = [];

    public override string ToString() => Name;

    private MatrixCaller And(MatrixCaller other) => new($"{Name} and {other}", $"{Role}+{other.Role}", [.. Scope, .. other.Scope])
    {
        Parts = [this, other],
    };
}
