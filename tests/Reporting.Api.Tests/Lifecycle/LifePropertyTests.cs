using CsCheck;

namespace Reporting.Api.Tests.Lifecycle;

public sealed class LifePropertyTests
{
    [Fact]
    public async Task Whatever_anyone_tries_in_any_order_a_return_lives_as_the_model_says_and_its_past_stays() =>
        await LifeStep.Lives.SampleAsync(
            async steps =>
            {
                await using var rehearsal = await Rehearsal.StartAsync(LifeRun.Start);
                await new LifeRun(rehearsal).RunAsync(steps);
            },
            iter: 12, threads: 1);
}
