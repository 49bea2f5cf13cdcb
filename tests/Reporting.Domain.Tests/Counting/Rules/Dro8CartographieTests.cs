using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Dro8CartographieTests
{
    [Fact]
    public void A_mapping_tool_counts_nobody()
    {
        var counted = Count(Line("DRO-8", C("3.1", 33, mappingTool: false), C("3.2", 500, mappingTool: true)));

        Assert.Equal("533 -> 33", counted.Figure("DRO-8"));
        Assert.Equal(["DRO8-CARTOGRAPHIE 2 -500"], counted.Effects("DRO-8"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void It_is_of_DRO_8_alone() =>
        Assert.Equal(
            ["erreur G-EFFECTIF champ-etranger /indicateurs/0/contributions/0/outilCartographie [remove /indicateurs/0/contributions/0/outilCartographie]"],
            Count(Line("DRO-6", C("3.1", 33, mappingTool: true))).Told());
}
