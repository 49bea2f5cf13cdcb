using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Tes2SuiteTests
{
    [Fact]
    public void People_without_an_action_after_the_diagnosis_are_not_counted()
    {
        var counted = Count(Line("TES-2", C("4.1", 140, fundingAxis: "transition", withoutFollowUp: 40)));

        Assert.Equal("140 -> 100", counted.Figure("TES-2"));
        Assert.Equal(["TES2-SUITE 1 -40"], counted.Effects("TES-2"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void How_many_must_be_told() =>
        Assert.Equal(["erreur TES2-SUITE sans-suite-requis /indicateurs/0/contributions/0"],
            Count(Line("TES-2", C("4.1", 140, fundingAxis: "transition"))).Told());
}
