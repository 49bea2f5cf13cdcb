using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Dro2FalcTests
{
    [Fact]
    public void People_who_only_received_easy_to_read_documents_are_not_counted()
    {
        var counted = Count(Line("DRO-2", C("3.1", 90, easyReadOnly: 15)));

        Assert.Equal("90 -> 75", counted.Figure("DRO-2"));
        Assert.Equal(["DRO2-FALC 1 -15"], counted.Effects("DRO-2"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void They_are_among_what_is_left() =>
        Assert.Equal(["erreur DRO2-FALC exclusion-trop-grande /indicateurs/0/contributions/0/falcSeul"],
            Count(Line("DRO-2", C("3.1", 90, outOfPeriod: 80, easyReadOnly: 15))).Told());
}
