using Reporting.Api.Webhooks;

namespace Reporting.Api.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    // The examples published with the Standard Webhooks specification and its libraries.
    [Theory]
    [InlineData(
        "plJ3nmyCDGBKInavdOK15jsl", "msg_loFOjxBNrRLzqYUf", 1731705121, """{"event_type":"ping","data":{"success":true}}""",
        "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=")]
    [InlineData(
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}""",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    public void It_is_the_one_of_the_published_examples(string secret, string id, long timestamp, string body, string expected) =>
        Assert.Equal(expected, WebhookSignature.Of(Convert.FromBase64String(secret), id, timestamp, body));
}
