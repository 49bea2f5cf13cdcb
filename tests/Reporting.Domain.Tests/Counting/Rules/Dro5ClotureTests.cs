using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Dro5ClotureTests
{
    [Fact]
    public void Every_file_closed_in_the_year_without_eviction_counts_whenever_it_was_opened()
    {
        var counted = Count(Line("DRO-5", C("3.1", 64), C("3.2", 6)));

        Assert.Equal("70 -> 70", counted.Figure("DRO-5"));
        Assert.Empty(counted.Effects("DRO-5"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void Files_closed_in_another_year_or_on_an_eviction_do_not() =>
        Assert.Equal("64 -> 50", Count(Line("DRO-5", C("3.1", 64, outOfPeriod: 4, outOfPublic: 10))).Figure("DRO-5"));
}
