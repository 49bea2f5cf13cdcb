using Reporting.Domain.Catalogue;
using Reporting.Domain.Contracts;

namespace Reporting.Domain.Tests.Contracts;

public sealed class ContractTests
{
    [Fact]
    public void Its_indicators_are_those_of_its_actions_once_each_in_catalogue_order()
    {
        var contract = new Contract(
            [
                new(new(Axis.Transition, 1), "Plateforme de mobilité", [Indicators.Tes2, Indicators.Emp1]),
                new(new(Axis.Employment, 1), "Levée des freins", [Indicators.Emp1, Indicators.Emp3B]),
            ],
            []);

        Assert.Equal(["EMP-1", "EMP-3B", "TES-2"], contract.Indicators.Select(indicator => indicator.Code));
    }

    [Fact]
    public void The_contracts_run_from_2024_to_2027()
    {
        Assert.Equal(2024, Contract.FirstYear);
        Assert.Equal(2027, Contract.LastYear);
    }
}
