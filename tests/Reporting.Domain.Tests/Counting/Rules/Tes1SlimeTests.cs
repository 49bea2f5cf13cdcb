using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Tes1SlimeTests
{
    [Fact]
    public void The_figure_sent_to_the_CLER_is_taken_as_it_is()
    {
        var counted = Count(Line("TES-1", C("4.1", 120, slime: true)));

        Assert.Equal("120 -> 120", counted.Figure("TES-1"));
        Assert.Empty(counted.Effects("TES-1"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void Any_exclusion_beside_it_is_an_error_whose_mend_removes_it()
    {
        var counted = Count(Line("TES-1", C("4.1", 120, slime: true, outOfPeriod: 1, outOfPublic: 0, withoutFollowUp: 2)));

        Assert.Null(counted.Figure("TES-1"));
        Assert.Equal(
            [
                "erreur TES1-SLIME slime-tel-quel /indicateurs/0/contributions/0/horsPeriode"
                + " & /indicateurs/0/contributions/0/horsPublic & /indicateurs/0/contributions/0/sansSuite"
                + " [remove /indicateurs/0/contributions/0/horsPeriode]"
                + " [remove /indicateurs/0/contributions/0/horsPublic]"
                + " [remove /indicateurs/0/contributions/0/sansSuite]",
            ],
            counted.Told());
    }

    [Fact]
    public void Households_of_another_platform_are_still_counted_once()
    {
        var counted = Count(Line("TES-1", C("4.1", 80, withoutFollowUp: 0), C("4.2", 120, slime: true, duplicates: 20)));

        Assert.Equal("200 -> 180", counted.Figure("TES-1"));
        Assert.Equal(["G-DOUBLONS 2 -20"], counted.Effects("TES-1"));
        Assert.Empty(counted.Told());
    }
}
