using Reporting.Domain.Territories;

namespace Reporting.Store.Registry;

/// <summary>A version of a territory in the registry.</summary>
/// <param name="Version">Its number, from 1.</param>
/// <param name="Territory">The territory as the version has it.</param>
/// <param name="Container">SIREN of the signatory around it, or null.</param>
/// <param name="EffectiveOn">The day on which it took effect; null for the official registry as it was installed.</param>
/// <param name="RecordedAt">When it was recorded; null for the official registry as it was installed.</param>
/// <param name="RecordedBy">By whom.</param>
public sealed record StoredTerritory(
    int Version, Territory Territory, string? Container, DateOnly? EffectiveOn, DateTimeOffset? RecordedAt, string? RecordedBy);
