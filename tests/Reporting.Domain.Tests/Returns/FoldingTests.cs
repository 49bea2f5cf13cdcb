using System.Globalization;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Tests.Returns;

/// <summary>One cause is told once, wherever it shows.</summary>
public sealed class FoldingTests
{
    private static readonly string[] Forty =
        [.. Enumerable.Range(0, 40).Select(index => string.Create(CultureInfo.InvariantCulture, $"/indicateurs/0/contributions/{index}"))];

    [Fact]
    public void A_missing_axeFinancement_on_40_contributions_is_one_finding()
    {
        var found = Assert.Single(Count(Line("TES-2", Many(index => C(Action(index), 50, withoutFollowUp: 0)))).Findings);

        Assert.Equal("axe-financement-requis", found.Message.Code);
        Assert.Equal(Forty, found.OtherPointers.Prepend(found.Pointer));
        Assert.Empty(found.Places);
    }

    [Fact]
    public void A_field_of_another_indicator_on_40_contributions_of_two_is_one_finding_that_mends_them_all()
    {
        var found = Assert.Single(Count(
            Line("DRO-5", Many(index => C(Action(index), 1, households: 1))[..20]),
            Line("DRO-4", Many(index => C(Action(index), 1, households: 1))[..20])).Findings);

        Assert.Equal("« menages » ne s'applique pas à ces indicateurs.", found.Message.Text);
        Assert.Equal(("/indicateurs/0/contributions/0/menages", "« menages » ne s'applique pas à DRO-5."), At(found, 0));
        Assert.Equal(("/indicateurs/1/contributions/19/menages", "« menages » ne s'applique pas à DRO-4."), At(found, 39));
        Assert.Equal(found.Places.Select(place => PatchOperation.Remove(place.Pointer)), found.Fix);
    }

    [Fact]
    public void Exclusions_too_large_on_40_contributions_are_one_finding_with_each_figure()
    {
        var found = Assert.Single(Count(Line("DRO-5", Many(index => C(Action(index), index, outOfPeriod: 100 + index)))).Findings);

        Assert.Equal("« horsPeriode » retire plus qu'il ne reste.", found.Message.Text);
        Assert.Equal(Forty.Select(place => place + "/horsPeriode"), found.Places.Select(place => place.Pointer));
        Assert.Equal("« horsPeriode » retire 103 alors qu'il ne reste que 3.", found.Places[3].Text);
    }

    [Fact]
    public void Two_fields_too_large_are_two_findings() =>
        Assert.Equal(
            [
                "erreur G-PERIODE exclusion-trop-grande /indicateurs/0/contributions/0/horsPeriode",
                "erreur G-PUBLIC exclusion-trop-grande /indicateurs/0/contributions/1/horsPublic",
            ],
            Count(Line("DRO-5", C("3.1", 1, outOfPeriod: 2), C("3.2", 1, outOfPublic: 2))).Told());

    [Fact]
    public void Places_that_can_be_mended_stay_apart_from_those_that_cannot()
    {
        var counted = Count(Line("EMP-1", C("2.1", 9, modality: "Levée"), C("2.2", 9, modality: "autre", duplicates: 0)));

        Assert.Equal(
            [
                "erreur G-EFFECTIF choix-inconnu /indicateurs/0/contributions/0/modalite [replace /indicateurs/0/contributions/0/modalite]",
                "erreur G-EFFECTIF choix-inconnu /indicateurs/0/contributions/1/modalite",
            ],
            counted.Told());
    }

    [Fact]
    public void A_figure_wrong_at_one_place_alone_is_told_as_it_is()
    {
        var found = Assert.Single(Count(Line("DRO-5", C("3.1", 1, outOfPeriod: 2))).Findings);

        Assert.Equal("« horsPeriode » retire 2 alors qu'il ne reste que 1.", found.Message.Text);
        Assert.Empty(found.Places);
    }

    private static (string, string) At(Finding found, int index) => (found.Places[index].Pointer, found.Places[index].Text);

    private static string Action(int index) => string.Create(CultureInfo.InvariantCulture, $"3.{index + 1}");

    private static Contribution[] Many(Func<int, Contribution> make) =>
        [.. Enumerable.Range(0, 40).Select(make)];
}
