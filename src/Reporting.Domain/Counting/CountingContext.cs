using Reporting.Domain.Contracts;

namespace Reporting.Domain.Counting;

/// <summary>What the rules must know beside the return itself.</summary>
/// <param name="Contract">The territory's contract, or null when none is recorded.</param>
/// <param name="PreviousValues">The figures in force of the year before, by indicator code; empty when there are none.</param>
/// <param name="ForDeposit">Whether what only a deposit requires is an error rather than a warning.</param>
public sealed record CountingContext(
    Contract? Contract, IReadOnlyDictionary<string, decimal> PreviousValues, bool ForDeposit);
