namespace Reporting.Domain.Territories;

/// <summary>A signatory of a contrat local des solidarités (Annexe 5, VI.b).</summary>
/// <param name="Siren">Nine-digit SIREN, its key.</param>
/// <param name="InseeCode">Commune code, for a commune only.</param>
/// <param name="Name">Official name.</param>
/// <param name="Nature"><c>METRO</c>, <c>CU</c>, <c>CA</c> or <c>COMMUNE</c>.</param>
/// <param name="Department">Department code, such as <c>06</c>.</param>
/// <param name="Region">Region code.</param>
/// <param name="Population">Municipal population, inhabitants.</param>
/// <param name="SignatorySince">First campaign year of which it owes a return.</param>
/// <param name="SignatoryUntil">Last such year, or null.</param>
/// <param name="MergedInto">SIREN of the territory that carries on after it, from the year after <paramref name="SignatoryUntil"/>.</param>
public sealed record Territory(
    string Siren, string? InseeCode, string Name, string Nature, string Department, string Region, int Population,
    int SignatorySince, int? SignatoryUntil, string? MergedInto = null)
{
    /// <summary>Whether it owes a return for a campaign year.</summary>
    /// <param name="year">Campaign year.</param>
    public bool IsSignatory(int year) => SignatorySince <= year && year <= (SignatoryUntil ?? int.MaxValue);
}
