using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Enf4SuiteTests
{
    [Fact]
    public void Outreach_counts_the_young_people_who_got_a_proposal()
    {
        var counted = Count(Line("ENF-4",
            C("1.4", 60, modality: "reperage", withoutFollowUp: 12, byAge: Ages(("15", 5), ("20", 55)))));

        Assert.Equal("60 -> 43", counted.Figure("ENF-4"));
        Assert.Equal(["ENF4-AGE 1 -5", "ENF4-SUITE 1 -12"], counted.Effects("ENF-4"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void Outreach_must_tell_how_many_got_none() =>
        Assert.Equal(["erreur ENF4-SUITE sans-suite-requis /indicateurs/0/contributions/0"],
            Count(Line("ENF-4", C("1.4", 60, modality: "reperage"))).Told());

    [Fact]
    public void Support_has_nothing_to_tell() =>
        Assert.Equal(["erreur ENF4-SUITE sans-suite-hors-reperage /indicateurs/0/contributions/0/sansSuite"],
            Count(Line("ENF-4", C("1.4", 60, modality: "accompagnement", withoutFollowUp: 0))).Told());
}
