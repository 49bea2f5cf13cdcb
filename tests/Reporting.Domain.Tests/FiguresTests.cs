using Reporting.Domain.Catalogue;

namespace Reporting.Domain.Tests;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("1234567", "1\u202F234\u202F567")]
    [InlineData("1.50", "1,5")]
    [InlineData("-30.25", "-30,25")]
    public void Figures_are_written_as_a_French_reader_expects(string figure, string french) =>
        Assert.Equal(french, Figures.ToFrench(decimal.Parse(figure, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Only_full_time_equivalents_have_decimals_and_two_at_most()
    {
        Assert.True(Figures.FitsUnit(1.25m, Indicators.Dro4));
        Assert.False(Figures.FitsUnit(1.255m, Indicators.Dro4));
        Assert.True(Figures.FitsUnit(2.00m, Indicators.Dro5));
        Assert.False(Figures.FitsUnit(2.5m, Indicators.Dro5));
    }

    [Fact]
    public void Figures_are_clamped_between_0_and_a_billion()
    {
        Assert.Equal(0, Figures.Clamp(decimal.MinValue));
        Assert.Equal(7.5m, Figures.Clamp(7.5m));
        Assert.Equal(1_000_000_000, Figures.Clamp(decimal.MaxValue));
    }
}
