namespace Reporting.Domain.Tests.Participations;

/// <summary>What the properties are worth: how far the generated files go.</summary>
public sealed class GeneratedParticipationsTests
{
    private static readonly List<PlainCount> Counted =
    [
        .. Enumerable.Range(0, 300).Select(seed => PlainCounter.Count(
            2024, [.. GeneratedParticipations.Rows((ulong)seed, 2024).Select(row => PlainReading.Read(row).Record!)])),
    ];

    [Theory]
    [InlineData("ENF-1", "Period FollowUp Exclusive Retained")]
    [InlineData("ENF-2", "Period Public Retained")]
    [InlineData("ENF-3", "Period Public Exclusive Retained")]
    [InlineData("ENF-4", "Period Nature Public FollowUp Exclusive Retained")]
    [InlineData("EMP-1", "Period Nature Public Exclusive Retained")]
    [InlineData("EMP-2", "Period Funding Exclusive Retained")]
    [InlineData("DRO-1", "Period Nature Exclusive Retained")]
    [InlineData("DRO-2", "Period Nature Exclusive Retained")]
    [InlineData("DRO-3", "Period Exclusive Retained")]
    [InlineData("DRO-4", "Period Funding Exclusive Retained")]
    [InlineData("DRO-5", "Period Public Exclusive Retained")]
    [InlineData("DRO-6", "Period Exclusive Retained")]
    [InlineData("DRO-7", "Period Exclusive Retained")]
    [InlineData("DRO-8", "Period Nature Exclusive Retained")]
    [InlineData("TES-1", "Period Public FollowUp Exclusive Retained")]
    [InlineData("TES-2", "Period Public FollowUp Exclusive Retained")]
    [InlineData("TES-3", "Period Exclusive Retained")]
    public void Every_outcome_that_an_indicator_knows_is_reached(string code, string outcomes) => Assert.Equal(
        outcomes,
        string.Join(' ', Counted.SelectMany(count => count.Keys.GetValueOrDefault(code)?.Keys ?? []).Distinct().Order()));

    [Theory]
    [InlineData("ENF-1")]
    [InlineData("EMP-1")]
    [InlineData("DRO-1")]
    [InlineData("TES-2")]
    public void Contributions_have_units_in_common(string code) => Assert.Contains(
        Counted.SelectMany(count => count.Lines).Where(line => line.Code == code).SelectMany(line => line.Contributions!),
        contribution => contribution.Duplicates > 0);

    [Fact]
    public void Job_seekers_are_shared_with_TES_2() => Assert.Contains(
        Counted.SelectMany(count => count.Lines).Where(line => line.Code == "EMP-1").SelectMany(line => line.Contributions!),
        contribution => contribution.OfWhichMobility > 0);
}
