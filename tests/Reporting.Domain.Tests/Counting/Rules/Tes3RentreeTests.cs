using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Tes3RentreeTests
{
    [Fact]
    public void The_enrolments_of_September_of_the_campaign_year_count()
    {
        Assert.Equal("700 -> 700", Count(Line("TES-3", C("4.1", 700))).Figure("TES-3"));
        Assert.Equal("700 -> 700", Count(Line("TES-3", C("4.1", 700, enrolmentYear: 2024))).Figure("TES-3"));
    }

    [Theory]
    [InlineData(2023)]
    [InlineData(2025)]
    public void Those_of_another_September_belong_to_another_return(int enrolmentYear)
    {
        var counted = Count(Line("TES-3", C("4.1", 700), C("4.2", 60, enrolmentYear: enrolmentYear, outOfPublic: 10)));

        Assert.Equal("760 -> 700", counted.Figure("TES-3"));
        Assert.Equal(["G-PUBLIC 2 -10", "TES3-RENTREE 2 -50"], counted.Effects("TES-3"));
        Assert.Empty(counted.Told());
    }
}
