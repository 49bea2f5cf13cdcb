using System.Net;
using System.Net.Http.Headers;
using Reporting.Cli.Service;

namespace Reporting.Api.Tests.Cli;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset s_now = new(2025, 3, 12, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_date_is_a_wait_from_now()
    {
        using var response = Busy(new(s_now.AddSeconds(20)));

        Assert.Equal(TimeSpan.FromSeconds(20), RetryAfter.Read(response, s_now));
    }

    [Fact]
    public void A_date_already_past_is_no_wait()
    {
        using var response = Busy(new(s_now.AddSeconds(-20)));

        Assert.Equal(TimeSpan.Zero, RetryAfter.Read(response, s_now));
    }

    private static HttpResponseMessage Busy(RetryConditionHeaderValue value) =>
        new(HttpStatusCode.ServiceUnavailable) { Headers = { RetryAfter = value } };
}
