using Reporting.Domain.Returns;

namespace Reporting.Domain.Counting;

/// <summary>Counts a return: every rule of the register, on contributions, then lines, then the whole.</summary>
public static class ReturnCounter
{
    /// <summary>
    /// Applies the rules and returns the counted lines with everything found; never throws on a posted return,
    /// however wrong its figures.
    /// </summary>
    /// <param name="posted">The return as posted.</param>
    /// <param name="context">The contract, the year before, and whether it is being deposited.</param>
    public static CountedReturn Count(Return posted, CountingContext context)
    {
        var tally = new ReturnTally(posted, context);
        foreach (var line in tally.Lines)
        {
            var rules = RuleRegister.For(line.Indicator);
            foreach (var contribution in line.Contributions)
            {
                foreach (var rule in rules)
                {
                    rule.Apply(contribution);
                }
            }

            foreach (var rule in rules)
            {
                rule.Apply(line);
            }
        }

        foreach (var rule in RuleRegister.All)
        {
            rule.Apply(tally);
        }

        return tally.Outcome();
    }
}
