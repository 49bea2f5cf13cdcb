using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Emp1FormationTests
{
    [Fact]
    public void Training_of_social_workers_counts_in_EMP_2_only()
    {
        var counted = Count(Line("EMP-1", C("2.1", 80, modality: "levee"), C("2.2", 25, modality: "formation")));

        Assert.Equal("105 -> 80", counted.Figure("EMP-1"));
        Assert.Equal(["EMP1-FORMATION 2 -25"], counted.Effects("EMP-1"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void Without_a_modality_an_obstacle_is_lifted() =>
        Assert.Equal("80 -> 80", Count(Line("EMP-1", C("2.1", 80))).Figure("EMP-1"));
}
