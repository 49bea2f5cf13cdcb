namespace Reporting.Domain.Returns;

/// <summary>A message of the catalogue <see cref="Messages"/>.</summary>
/// <param name="Code">Stable code for machines.</param>
/// <param name="Text">French text for people.</param>
public sealed record Message(string Code, string Text);
