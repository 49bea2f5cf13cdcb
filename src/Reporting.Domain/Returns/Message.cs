namespace Reporting.Domain.Returns;

/// <summary>A message of the catalogue <see cref="Messages"/>.</summary>
/// <param name="Code">Stable code for machines.</param>
/// <param name="Text">French text for people.</param>
/// <param name="Together">
/// What is said, in French, of several places whose texts differ only in their figures or names; null when the text is
/// the same wherever the cause shows.
/// </param>
public sealed record Message(string Code, string Text, string? Together = null);
