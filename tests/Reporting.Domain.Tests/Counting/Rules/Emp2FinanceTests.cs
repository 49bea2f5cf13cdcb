using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Emp2FinanceTests
{
    [Fact]
    public void Training_that_the_Pacte_does_not_fund_is_not_counted()
    {
        var counted = Count(Line("EMP-2", C("2.1", 12, funded: true), C("2.2", 30, funded: false, duplicates: 0)));

        Assert.Equal("42 -> 12", counted.Figure("EMP-2"));
        Assert.Equal(["EMP2-FINANCE 2 -30"], counted.Effects("EMP-2"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void Training_is_taken_as_funded_unless_told_otherwise() =>
        Assert.Equal("12 -> 12", Count(Line("EMP-2", C("2.1", 12))).Figure("EMP-2"));

    [Fact]
    public void Nobody_of_it_can_be_a_duplicate() =>
        Assert.Equal(["erreur G-DOUBLONS doublons-trop-grands /indicateurs/0/contributions/1/doublons"],
            Count(Line("EMP-2", C("2.1", 12), C("2.2", 30, funded: false, duplicates: 1))).Told());
}
