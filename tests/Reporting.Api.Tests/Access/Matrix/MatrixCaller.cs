using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Access.Matrix;

/// <summary>Who calls: a role with a scope, or nobody. The tables' targets are those of Rennes, in Bretagne (53).</summary>
internal sealed record MatrixCaller(string Name, string? Role, params string[] Scope)
{
    public static readonly MatrixCaller OtherMetropole = new("metropole of Bordeaux", "metropole", RunningService.Bordeaux);
    public static readonly MatrixCaller OtherCommissaire = new("commissaire of Nouvelle-Aquitaine", "commissaire", "75");

    /// <summary>In the order of a table's columns.</summary>
    public static IReadOnlyList<MatrixCaller> All { get; } =
    [
        new("metropole of Rennes", "metropole", RunningService.Rennes), OtherMetropole,
        new("commissaire of Bretagne", "commissaire", "53"), OtherCommissaire,
        new("dgcs", "dgcs"), new("lecteur", "lecteur"),
        new("lecteur of Rennes", "lecteur", RunningService.Rennes), new("lecteur of Bordeaux", "lecteur", RunningService.Bordeaux),
        new("nobody", null),
    ];

    public override string ToString() => Name;
}
