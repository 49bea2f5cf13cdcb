using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Dro4CofinanceTests
{
    [Fact]
    public void A_post_that_the_contract_does_not_fund_is_not_counted()
    {
        var counted = Count(Line("DRO-4", C("3.1", 1.5m, funded: true), C("3.2", 0.75m, funded: false)));

        Assert.Equal("2.25 -> 1.5", counted.Figure("DRO-4"));
        Assert.Equal(["DRO4-COFINANCE 2 -0.75"], counted.Effects("DRO-4"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void Posts_are_taken_as_funded_unless_told_otherwise() =>
        Assert.Equal("1.5 -> 1.5", Count(Line("DRO-4", C("3.1", 0.8m), C("3.2", 0.7m))).Figure("DRO-4"));
}
