using Reporting.Domain.Catalogue;

namespace Reporting.Domain.Tests.Catalogue;

public sealed class IndicatorsTests
{
    [Fact]
    public void The_20_national_indicators_are_those_of_Annexe_6_in_order() =>
        Assert.Equal(
            [
                "1 ENF-1 enfance famille",
                "2 ENF-2 enfance personne",
                "3 ENF-3 enfance personne",
                "4 ENF-4 enfance personne",
                "5 EMP-1 emploi personne",
                "6 EMP-2 emploi professionnel",
                "7 EMP-3A emploi personne",
                "8 EMP-3B emploi personne",
                "9 EMP-3C emploi personne",
                "10 DRO-1 droits personne",
                "11 DRO-2 droits personne",
                "12 DRO-3 droits professionnel",
                "13 DRO-4 droits etp",
                "14 DRO-5 droits dossier",
                "15 DRO-6 droits personne",
                "16 DRO-7 droits personne",
                "17 DRO-8 droits personne",
                "18 TES-1 transition ménage",
                "19 TES-2 transition personne",
                "20 TES-3 transition élève",
            ],
            Indicators.All.Select(i => $"{i.Position} {i.Code} {i.Axis} {i.Unit}"));

    [Fact]
    public void Only_the_CCAPEX_posts_have_decimals() =>
        Assert.Equal([("DRO-4", 2)], Indicators.All.Where(i => i.Decimals != 0).Select(i => (i.Code, i.Decimals)));

    [Fact]
    public void Only_posts_and_files_cannot_overlap() =>
        Assert.Equal(["DRO-4", "DRO-5"], Indicators.All.Where(i => !i.CanOverlap).Select(i => i.Code));

    [Fact]
    public void Only_the_canteen_price_follows_the_school_year() =>
        Assert.Equal(["TES-3"], Indicators.All.Where(i => i.Period is CountingPeriod.SchoolYear).Select(i => i.Code));

    [Fact]
    public void Every_label_is_a_number_of_something() =>
        Assert.All(Indicators.All, indicator => Assert.Matches("^(Nombre d|Parmi les personnes .* nombre de )", indicator.Label));

    [Theory]
    [InlineData("emp-1")]
    [InlineData("EMP-3")]
    [InlineData("EMP-1 ")]
    [InlineData("")]
    public void A_code_is_exact(string code) => Assert.Null(Indicators.Find(code));

    [Fact]
    public void A_code_finds_its_indicator() => Assert.Same(Indicators.Emp3B, Indicators.Find("EMP-3B"));
}
