namespace Reporting.Domain.Returns;

/// <summary>A change of scope or counting method since the year before (Annexe 6, introduction).</summary>
/// <param name="Description">What changed, in French.</param>
/// <param name="Effect">Signed effect on this year's count, in units of the indicator.</param>
public sealed record MethodChange(string Description, decimal Effect);
