using Reporting.Domain.Counting;
using Reporting.Domain.Returns;
using Reporting.Domain.Tests.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class GMethodeTests
{
    private static readonly MethodChange NewSoftware = new("Nouveau logiciel de suivi", 20);

    [Theory]
    [InlineData(20, 80)]
    [InlineData(-20, 120)]
    [InlineData(100, 0)]
    public void The_comparable_figure_is_without_the_effect_of_the_change(int effect, int comparable)
    {
        var counted = Count(Declared("DRO-6", 100) with { MethodChange = NewSoftware with { Effect = effect } });

        Assert.Equal("100 -> 100", counted.Figure("DRO-6"));
        Assert.Equal(comparable, counted.Line("DRO-6")!.ComparableValue);
        Assert.Equal("Nouveau logiciel de suivi", counted.Line("DRO-6")!.MethodChange!.Description);
        Assert.Empty(counted.Effects("DRO-6"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void Without_a_change_the_figure_is_comparable_as_it_is()
    {
        var line = Count(Declared("DRO-6", 100)).Line("DRO-6")!;

        Assert.Equal(100, line.ComparableValue);
        Assert.Null(line.MethodChange);
    }

    [Fact]
    public void A_change_explains_no_more_than_the_whole_figure() =>
        Assert.Equal(["erreur G-METHODE effet-superieur /indicateurs/0/changementMethode/effet"],
            Count(Declared("DRO-6", 100) with { MethodChange = NewSoftware with { Effect = 101 } }).Told());

    [Fact]
    public void A_change_is_described() =>
        Assert.Equal(["erreur G-METHODE methode-non-decrite /indicateurs/0/changementMethode/description"],
            Count(Declared("DRO-6", 100) with { MethodChange = NewSoftware with { Description = " " } }).Told());

    [Fact]
    public void An_effect_beyond_a_billion_either_way_is_an_error() =>
        Assert.Equal(["erreur G-METHODE trop-grand /indicateurs/0/changementMethode/effet"],
            Count(Declared("DRO-6", 100) with { MethodChange = NewSoftware with { Effect = decimal.MinValue } }).Told());

    [Theory]
    [InlineData(100, 150, false)]
    [InlineData(100, 151, true)]
    [InlineData(100, 50, false)]
    [InlineData(100, 49, true)]
    [InlineData(0, 0, false)]
    [InlineData(0, 1, true)]
    public void A_variation_of_more_than_half_is_a_warning(int before, int now, bool warned) =>
        Assert.Equal(
            warned ? ["avertissement G-METHODE variation-forte /indicateurs/0"] : [],
            After(before, Declared("DRO-6", now)).Told());

    [Fact]
    public void A_declared_change_accounts_for_the_variation() =>
        Assert.Empty(After(100, Declared("DRO-6", 500) with { MethodChange = NewSoftware }).Told());

    [Fact]
    public void An_indicator_not_reported_the_year_before_varies_from_nothing() =>
        Assert.Empty(Count(Declared("DRO-6", 500)).Told());

    private static CountedReturn After(decimal before, ReturnLine line) =>
        ReturnCounter.Count(new(Year, [line]), new(ContractOf(Dro6), Before(("DRO-6", before)), ForDeposit: true));
}
