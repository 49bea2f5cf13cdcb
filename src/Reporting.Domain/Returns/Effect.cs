namespace Reporting.Domain.Returns;

/// <summary>One entry of the explanation of a figure: what one rule did to it.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Clause">The clause of the guide that the rule applies.</param>
/// <param name="Contribution">1-based place of the contribution in the line, or null for the line as a whole.</param>
/// <param name="Amount">Signed effect, in units of the indicator.</param>
/// <param name="Text">The same in a French sentence.</param>
public sealed record Effect(string Rule, string Clause, int? Contribution, decimal Amount, string Text);
