using Reporting.Domain.Contracts;

namespace Reporting.Domain.Tests.Contracts;

public sealed class ActionNumberTests
{
    [Theory]
    [InlineData("1.1", "enfance", 1)]
    [InlineData("2.10", "emploi", 10)]
    [InlineData("3.999", "droits", 999)]
    [InlineData("4.7", "transition", 7)]
    public void A_number_gives_the_axis_and_the_rank(string text, string axis, int rank)
    {
        Assert.True(ActionNumber.TryParse(text, out var number));
        Assert.Equal(axis, number.Axis.Code);
        Assert.Equal(rank, number.Rank);
        Assert.Equal(text, number.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.")]
    [InlineData(".1")]
    [InlineData("0.1")]
    [InlineData("5.1")]
    [InlineData("1.0")]
    [InlineData("1.01")]
    [InlineData("1.1000")]
    [InlineData("1.1.1")]
    [InlineData("1,1")]
    [InlineData("1.-1")]
    [InlineData("1.+1")]
    [InlineData(" 1.1")]
    [InlineData("1.1 ")]
    [InlineData("1.1a")]
    [InlineData("1.\u0661")]
    [InlineData("1.1\u0661")]
    public void Anything_else_is_refused(string? text) => Assert.False(ActionNumber.TryParse(text, out _));

    [Fact]
    public void Numbers_are_ordered_by_axis_then_by_rank_as_a_number() =>
        Assert.Equal(
            ["1.2", "1.10", "2.1", "2.9", "2.11"],
            new[] { "2.11", "1.10", "2.9", "1.2", "2.1" }.Select(Number).Order().Select(number => number.ToString()));

    [Fact]
    public void Comparisons_agree_with_the_order()
    {
        Assert.True(Number("1.2") < Number("1.10"));
        Assert.True(Number("1.10") > Number("1.2"));
        Assert.True(Number("1.2") <= Number("1.2"));
        Assert.True(Number("2.1") >= Number("1.999"));
        Assert.False(Number("1.2") > Number("1.2"));
        Assert.Equal(Number("1.2"), Number("1.2"));
    }

    private static ActionNumber Number(string text) => ActionNumber.TryParse(text, out var number) ? number : default;
}
