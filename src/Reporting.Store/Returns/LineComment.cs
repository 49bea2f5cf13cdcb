namespace Reporting.Store.Returns;

/// <summary>What a reviewer or the owner says about one figure of one version.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Version">The version.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="At">When.</param>
/// <param name="Author">By whom.</param>
/// <param name="Role">In which role.</param>
/// <param name="Text">The text, in French.</param>
public sealed record LineComment(
    Guid Id, int Version, string Indicator, DateTimeOffset At, string Author, string Role, string Text);
