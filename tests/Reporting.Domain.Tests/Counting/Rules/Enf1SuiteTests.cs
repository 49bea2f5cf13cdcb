using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Enf1SuiteTests
{
    [Fact]
    public void Outreach_counts_the_contacts_that_led_to_a_proposal()
    {
        var counted = Count(Line("ENF-1", C("1.1", 180, modality: "reperage", withoutFollowUp: 30)));

        Assert.Equal("180 -> 150", counted.Figure("ENF-1"));
        Assert.Equal(["ENF1-SUITE 1 -30"], counted.Effects("ENF-1"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void The_explanation_cites_the_clause_and_says_it_in_words()
    {
        var effect = Assert.Single(
            Count(Line("ENF-1", C("1.1", 180, modality: "reperage", withoutFollowUp: 30))).Line("ENF-1")!.Explanation);

        Assert.Equal("Annexe 6, enfance, familles précaires : repérage et aller vers", effect.Clause);
        Assert.Equal(
            "Action 1.1, contribution 1 : Au repérage, seules comptent les prises de contact suivies d'une solution proposée.",
            effect.Text);
    }

    [Fact]
    public void Outreach_must_tell_how_many_got_no_proposal_0_included()
    {
        Assert.Equal(["erreur ENF1-SUITE sans-suite-requis /indicateurs/0/contributions/0"],
            Count(Line("ENF-1", C("1.1", 180, modality: "reperage"))).Told());
        Assert.Equal("180 -> 180",
            Count(Line("ENF-1", C("1.1", 180, modality: "reperage", withoutFollowUp: 0))).Figure("ENF-1"));
    }

    [Theory]
    [InlineData("accompagnement")]
    [InlineData("programme")]
    [InlineData("ingenierie")]
    [InlineData(null)]
    public void Other_modalities_count_every_family_and_have_nothing_to_tell(string? modality)
    {
        Assert.Equal("230 -> 230", Count(Line("ENF-1", C("1.2", 230, modality: modality))).Figure("ENF-1"));
        Assert.Equal(["erreur ENF1-SUITE sans-suite-hors-reperage /indicateurs/0/contributions/0/sansSuite"],
            Count(Line("ENF-1", C("1.2", 230, modality: modality, withoutFollowUp: 5))).Told());
    }

    [Fact]
    public void It_bears_on_what_period_and_public_leave() =>
        Assert.Equal(["erreur ENF1-SUITE exclusion-trop-grande /indicateurs/0/contributions/0/sansSuite"],
            Count(Line("ENF-1",
                C("1.1", 10, modality: "reperage", outOfPeriod: 3, outOfPublic: 3, withoutFollowUp: 5))).Told());
}
