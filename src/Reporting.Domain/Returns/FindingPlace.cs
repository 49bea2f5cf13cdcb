namespace Reporting.Domain.Returns;

/// <summary>One place of a finding whose places differ in what is wrong with each.</summary>
/// <param name="Pointer">Where, as a JSON pointer (RFC 6901) into the posted document.</param>
/// <param name="Text">What is wrong there, in French.</param>
public sealed record FindingPlace(string Pointer, string Text);
