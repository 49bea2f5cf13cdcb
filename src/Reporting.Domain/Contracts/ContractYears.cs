namespace Reporting.Domain.Contracts;

/// <summary>The campaign years that a contract covers, both ends included.</summary>
/// <param name="First">First year, 2024 to 2027.</param>
/// <param name="Last">Last year, not before <paramref name="First"/>.</param>
public readonly record struct ContractYears(int First, int Last)
{
    /// <summary>The whole Pacte des solidarités (Annexe 8, article 4).</summary>
    public static readonly ContractYears Pacte = new(Contract.FirstYear, Contract.LastYear);

    /// <summary>Every year covered, in order.</summary>
    public IEnumerable<int> All => Enumerable.Range(First, Last - First + 1);

    /// <summary>Whether the contract is in force for a campaign year.</summary>
    /// <param name="year">Campaign year.</param>
    public bool Cover(int year) => First <= year && year <= Last;
}
