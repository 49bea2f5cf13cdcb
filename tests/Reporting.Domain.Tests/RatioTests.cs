namespace Reporting.Domain.Tests;

public sealed class RatioTests
{
    [Theory]
    [InlineData(1, 3, "0.3333")]
    [InlineData(2, 3, "0.6667")]
    [InlineData(1, 20_000, "0.0001")] // 0.00005: a half goes away from 0
    [InlineData(-1, 20_000, "-0.0001")]
    [InlineData(356, 420, "0.8476")]
    public void A_ratio_has_four_decimals(int part, int whole, string ratio) =>
        Assert.Equal(decimal.Parse(ratio, System.Globalization.CultureInfo.InvariantCulture), Ratio.Of(part, whole));

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-5)]
    public void There_is_no_ratio_to_nothing(int? whole) => Assert.Null(Ratio.Of(3, whole));
}
