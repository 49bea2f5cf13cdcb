namespace Reporting.Domain.Territories;

/// <summary>A territory that lies inside another signatory: both may count the same people.</summary>
/// <param name="Contained">SIREN of the one inside; it lies inside one territory at most.</param>
/// <param name="Container">SIREN of the one around it.</param>
public sealed record TerritoryOverlap(string Contained, string Container);
