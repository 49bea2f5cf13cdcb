using System.Globalization;
using Reporting.Cli.Printing;

namespace Reporting.Api.Tests.Cli;

public sealed class FrenchNumbersTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("980", "980")]
    [InlineData("1040", "1_040")]
    [InlineData("1234567.5", "1_234_567,5")]
    [InlineData("1.50", "1,5")]
    [InlineData("0.25", "0,25")]
    public void Thousands_are_parted_by_a_narrow_no_break_space_and_decimals_by_a_comma(string value, string shown) =>
        Assert.Equal(
            shown.Replace('_', '\u202F'), FrenchNumbers.Number(decimal.Parse(value, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(1040, 1200, "86,7_%")]
    [InlineData(420, 420, "100,0_%")]
    [InlineData(0, 300, "0,0_%")]
    [InlineData(2469, 200, "1_234,5_%")]
    public void A_rate_has_one_decimal(int value, int target, string shown) =>
        Assert.Equal(shown.Replace('_', '\u202F'), FrenchNumbers.Rate(value, target));

    [Theory]
    [InlineData(0, "0 erreur")]
    [InlineData(1, "1 erreur")]
    [InlineData(2, "2 erreurs")]
    public void The_plural_begins_at_two(int count, string shown) =>
        Assert.Equal(shown, FrenchNumbers.Count(count, "erreur"));
}
