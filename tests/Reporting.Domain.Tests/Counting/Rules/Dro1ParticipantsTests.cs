using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Dro1ParticipantsTests
{
    [Theory]
    [InlineData("permanence")]
    [InlineData("reunion")]
    public void Every_participant_counts(string modality)
    {
        var counted = Count(Line("DRO-1", C("3.1", 75, modality: modality)));

        Assert.Equal("75 -> 75", counted.Figure("DRO-1"));
        Assert.Empty(counted.Effects("DRO-1"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void Participants_outside_the_period_do_not() =>
        Assert.Equal("75 -> 70", Count(Line("DRO-1", C("3.1", 75, modality: "reunion", outOfPeriod: 5))).Figure("DRO-1"));
}
