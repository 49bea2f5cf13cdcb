using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Dro7MethodeTests
{
    [Fact]
    public void People_counted_as_on_the_platform_raise_no_warning()
    {
        var counted = Count(Line("DRO-7", C("3.1", 33, shantytownMethod: true)));

        Assert.Equal("33 -> 33", counted.Figure("DRO-7"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void Otherwise_every_such_contribution_is_in_one_warning()
    {
        var counted = Count(Line("DRO-7", C("3.1", 33), C("3.2", 10, duplicates: 0, shantytownMethod: false)));

        Assert.Equal("43 -> 43", counted.Figure("DRO-7"));
        Assert.Equal(
            ["avertissement DRO7-METHODE methode-bidonvilles /indicateurs/0/contributions/0 & /indicateurs/0/contributions/1"],
            counted.Told());
    }

    [Fact]
    public void A_declared_figure_is_taken_as_declared() => Assert.Empty(Count(Declared("DRO-7", 33)).Told());
}
