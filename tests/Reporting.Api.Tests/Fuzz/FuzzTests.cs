namespace Reporting.Api.Tests.Fuzz;

public sealed class FuzzTests
{
    [Fact]
    public async Task Whatever_is_sent_nothing_fails_and_what_was_said_to_be_stored_is_stored()
    {
        var result = await FuzzRun.RunAsync(requests: 20_000, seed: 2027, _ => { });

        Assert.True(result.IsSound, result.ToString());
        Assert.True(result.Accepted > 0, result.ToString());
    }
}
