using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Enf4IngenierieTests
{
    [Fact]
    public void Engineering_counts_nobody()
    {
        var counted = Count(Line("ENF-4",
            C("1.4", 60), C("1.5", 30, modality: "ingenierie", outOfPeriod: 10, duplicates: 0)));

        Assert.Equal("90 -> 60", counted.Figure("ENF-4"));
        Assert.Equal(["G-PERIODE 2 -10", "ENF4-INGENIERIE 2 -20"], counted.Effects("ENF-4"));
        Assert.Empty(counted.Told());
    }

    [Theory]
    [InlineData("accompagnement")]
    [InlineData("programme")]
    public void Other_modalities_count_everybody(string modality) =>
        Assert.Equal("60 -> 60", Count(Line("ENF-4", C("1.4", 60, modality: modality))).Figure("ENF-4"));
}
